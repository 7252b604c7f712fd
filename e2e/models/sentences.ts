import { expect, type Locator } from '@playwright/test';

/** What stands in red under a field. */
export async function fieldError(root: Locator, label: string): Promise<string> {
  const field = root.getByRole('textbox', { name: label, exact: true });
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  const described = (await field.getAttribute('aria-describedby')) ?? '';
  const id = described.split(' ').find((one) => one.endsWith('-error'));
  return (
    (await root
      .page()
      .locator(`[id="${id ?? ''}"]`)
      .textContent()) ?? ''
  ).trim();
}

/** A banner that says what went wrong, by the first sentence of it. */
export function banner(root: Locator, title: string | RegExp): Locator {
  return root.locator('[role=alert], [role=status]').filter({ hasText: title });
}

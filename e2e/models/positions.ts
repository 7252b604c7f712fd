import type { Locator, Page } from '@playwright/test';

/** Rows of the positions on a subnet; of one validator only, where its hotkey is named. */
export function positionRow(page: Page, netuid: number, hotkey = ''): Locator {
  const place = netuid === 0 ? 'root' : `SN${netuid}`;
  return page
    .getByRole('table', { name: 'Stake positions' })
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: new RegExp(`^Actions for .* on ${place}$`, 'u') }) })
    .filter({ hasText: hotkey.slice(0, 4) })
    .first();
}

export function positionActions(row: Locator): Locator {
  return row.getByRole('button', { name: /^Actions for/u });
}

/** Opens one of a position's operations. */
export async function openPositionAction(row: Locator, action: string): Promise<void> {
  await positionActions(row).click();
  await row.page().getByRole('menuitem', { name: action, exact: true }).click();
}

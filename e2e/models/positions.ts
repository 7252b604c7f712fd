import type { Locator, Page } from '@playwright/test';

/** One row of the positions: on a subnet, with the validator that its first characters name. */
export function positionRow(page: Page, netuid: number, hotkey: string): Locator {
  return page
    .getByRole('table', { name: 'Stake positions' })
    .getByRole('row')
    .filter({ hasText: netuid === 0 ? /Root/u : new RegExp(`SN${netuid}\\b`, 'u') })
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

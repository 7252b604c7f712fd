import type { Session } from 'electron';
import { isOwnPage } from './origin.ts';

/** Everything a page may ask for is refused, but writing text to the clipboard: an address is there to be copied. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** @param url address of the asking frame */
export function isPermissionGranted(permission: string, url: string, isTopFrame: boolean): boolean {
  return GRANTED.has(permission) && isTopFrame && isOwnPage(url);
}

/** Refuses permissions, devices, captures and downloads for the whole session. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isPermissionGranted(permission, details.requestingUrl, details.isMainFrame)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    isPermissionGranted(permission, details.requestingUrl ?? origin, details.isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const)
    session.on(event as 'select-hid-device', (happening) => happening.preventDefault());
}

import { BrowserWindow } from 'electron';
import type { Api } from '../api/index.ts';
import { PAGE_URL } from './origin.ts';
import { connectPage } from './port-pipe.ts';
import { windowOptions } from './window-options.ts';

/** Opens the one window and gives its page the API. */
export async function openMainWindow(api: Api, preload: string): Promise<BrowserWindow> {
  const window = new BrowserWindow(windowOptions(preload));
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  connectPage(window.webContents, api);
  await window.loadURL(PAGE_URL);
  return window;
}

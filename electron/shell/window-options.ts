import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

/** The page's rights: none beyond an ordinary web page's. Each line is asserted by a test. */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false, // would send what is typed to a dictionary host
    safeDialogs: true,
    devTools: false,
    enableWebSQL: false,
    v8CacheOptions: 'code',
  };
}

/** The one window of the app. */
export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    title: 'Soma',
    width: 1280,
    height: 840,
    minWidth: 960,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    webPreferences: webPreferences(preload),
  };
}

import { ipcRenderer } from 'electron';

// A pipe: main sends one port, the page gets it. No function and no channel name is exposed to the page.
ipcRenderer.on('soma:port', (event) => {
  window.postMessage('soma:port', '/', [...event.ports]);
});

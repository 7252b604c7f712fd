import { FileDown } from 'lucide-react';
import { saveFile } from '../../lib/save-file.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

export interface ExportedFileProps {
  readonly file: { readonly fileName: string; readonly json: string };
  readonly onClose: () => void;
}

/** The export, to be saved or copied. */
export function ExportedFile({ file, onClose }: ExportedFileProps) {
  return (
    <Dialog
      open
      sticky
      width="md"
      onClose={onClose}
      title="The exported account"
      actions={
        <>
          <CopyButton text={file.json} what="text" look="button" />
          <Button icon={FileDown} onClick={() => saveFile(file.fileName, file.json, 'application/json')}>
            Save the file
          </Button>
          <Button look="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <TextArea label="Text of the file" hint={file.fileName} mono readOnly rows={6} value={file.json} />
    </Dialog>
  );
}

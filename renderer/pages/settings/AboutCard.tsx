import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../api/client.ts';
import { Card } from '../../ui/Card.tsx';
import { KeyValue } from '../../ui/KeyValue.tsx';

const HOSTS = { electron: 'Desktop window (Electron)', browser: 'Browser window on this computer' } as const;

/** What is running. */
export function AboutCard() {
  const { data } = useQuery(orpc.app.info.queryOptions());
  return (
    <Card title="About">
      <KeyValue
        rows={[
          { id: 'version', label: 'Soma', value: data?.version ?? '…' },
          { id: 'host', label: 'Running in', value: data === undefined ? '…' : HOSTS[data.host] },
          { id: 'platform', label: 'System', value: data?.platform ?? '…' },
          { id: 'licence', label: 'Licence', value: 'Apache-2.0' },
        ]}
      />
    </Card>
  );
}

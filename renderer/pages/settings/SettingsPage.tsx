import { useSettings } from '../../stores/settings.ts';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { AboutCard } from './AboutCard.tsx';
import { DisplayCard } from './DisplayCard.tsx';
import { NetworkCard } from './NetworkCard.tsx';
import { SecurityCard } from './SecurityCard.tsx';
import { TradingCard } from './TradingCard.tsx';

/** Everything that can be set, in force at once or with its own button. */
export function SettingsPage() {
  const settings = useSettings();
  if (settings === undefined) {
    return (
      <Loading label="Reading settings">
        <Skeleton className="mb-6 h-8 w-40" />
        <Skeleton className="h-64 w-full" />
      </Loading>
    );
  }
  return (
    <div className="max-w-3xl">
      <PageHeader title="Settings" />
      <div className="flex flex-col gap-6">
        <NetworkCard settings={settings} />
        <TradingCard settings={settings} />
        <DisplayCard settings={settings} />
        <SecurityCard settings={settings} />
        <AboutCard />
      </div>
    </div>
  );
}

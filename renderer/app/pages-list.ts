import {
  ArrowDownLeft,
  ArrowUpRight,
  Coins,
  History,
  type LucideIcon,
  PieChart,
  Settings2,
  ShieldCheck,
  UsersRound,
} from 'lucide-react';

export interface PageEntry {
  readonly to: '/portfolio' | '/send' | '/receive' | '/stake' | '/validators' | '/activity' | '/accounts' | '/settings';
  readonly label: string;
  readonly icon: LucideIcon;
  readonly keywords: string;
}

/** The pages of the rail, in its order. */
export const PAGES: readonly PageEntry[] = [
  { to: '/portfolio', label: 'Portfolio', icon: PieChart, keywords: 'balance home total positions' },
  { to: '/send', label: 'Send', icon: ArrowUpRight, keywords: 'transfer pay' },
  { to: '/receive', label: 'Receive', icon: ArrowDownLeft, keywords: 'address qr deposit' },
  { to: '/stake', label: 'Stake', icon: Coins, keywords: 'delegate validator subnet' },
  {
    to: '/validators',
    label: 'Validators',
    icon: ShieldCheck,
    keywords: 'delegates take yield hotkey compare auto-stake children',
  },
  { to: '/activity', label: 'Activity', icon: History, keywords: 'history journal transactions' },
  { to: '/accounts', label: 'Accounts', icon: UsersRound, keywords: 'keys words import create' },
  { to: '/settings', label: 'Settings', icon: Settings2, keywords: 'network endpoints theme lock tolerance password' },
];

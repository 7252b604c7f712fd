import { Link } from '@tanstack/react-router';
import { EmptyState } from '../ui/EmptyState.tsx';

export function NotFound() {
  return (
    <EmptyState
      heading="h1"
      title="There is no such page"
      action={
        <Link to="/portfolio" className="text-accent underline underline-offset-4">
          Go to the portfolio
        </Link>
      }
    >
      The address does not belong to any page of Soma.
    </EmptyState>
  );
}

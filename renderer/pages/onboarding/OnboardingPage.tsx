export function OnboardingPage({ onDone }: { onDone: () => void }) {
  return (
    <button type="button" onClick={onDone}>
      Onboarding
    </button>
  );
}

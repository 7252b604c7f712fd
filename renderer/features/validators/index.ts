export { AutoStakeCard } from './AutoStakeCard.tsx';
export { OwnValidators } from './OwnValidators.tsx';
export { SeenFrom } from './SeenFrom.tsx';
export { ValidatorPicker } from './ValidatorPicker.tsx';

export { SubnetPicker } from './SubnetPicker.tsx';
export { ValidatorTable } from './ValidatorTable.tsx';

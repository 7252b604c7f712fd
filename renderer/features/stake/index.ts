export { SubnetPicker } from './SubnetPicker.tsx';

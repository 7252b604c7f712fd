import { struct, u64 } from '../language/type.ts';
import { AlphaBalance, NetUid, TaoBalance } from './names.ts';
import { Perquintill } from './number.ts';

export const Balancer = struct('pallet_subtensor_swap::pallet::balancer::Balancer', { quote: Perquintill });

export const SubnetPrice = struct('pallet_subtensor_swap_runtime_api::SubnetPrice', { netuid: NetUid, price: u64 });

export const SimSwapResult = struct('pallet_subtensor_swap_runtime_api::SimSwapResult', {
  tao_amount: TaoBalance,
  alpha_amount: AlphaBalance,
  tao_fee: TaoBalance,
  alpha_fee: AlphaBalance,
  tao_slippage: TaoBalance,
  alpha_slippage: AlphaBalance,
});

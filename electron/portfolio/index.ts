export { createPortfolio } from './portfolio.ts';

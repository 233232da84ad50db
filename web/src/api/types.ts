import type { components } from './schema';

type Schemas = components['schemas'];

export type Account = Schemas['Account'];
export type Installation = Schemas['Installation'];
export type PartnershipSummary = Schemas['PartnershipSummary'];
export type Partnership = Schemas['Partnership'];
export type Partner = Schemas['Partner'];
export type Board = Schemas['Board'];
export type BoardKind = Board['kind'];
export type Role = Partnership['me']['role'];
export type BoardContent = Schemas['BoardContent'];

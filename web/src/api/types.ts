import type { components } from './schema';

type Schemas = components['schemas'];

export type Account = Schemas['Account'];
export type Installation = Schemas['Installation'];
export type PartnershipSummary = Schemas['PartnershipItem'];
export type Partnership = Schemas['Partnership'];
export type Partner = Schemas['Partner'];
export type Board = Schemas['BoardSummary'];
export type Role = Partnership['me']['role'];
export type BoardContent = Schemas['Content'];
export type BoardKind = BoardContent['kind'];
export type Invitation = Schemas['Invitation'];
export type OwnSession = Schemas['OwnSession'];
export type OutboxMail = Schemas['OutboxMail'];
export type PartnershipInvitation = Schemas['PartnershipInvitation'];
export type OwnPartner = Schemas['OwnPartner'];
export type Colleague = Schemas['Colleague'];
export type KnownOrganisation = Schemas['KnownOrganisation'];
export type AskedGuest = Schemas['AskedGuest'];
export type GuestInvitation = Schemas['GuestInvitation'];

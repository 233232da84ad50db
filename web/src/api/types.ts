import type { components, paths } from './schema';

type Schemas = components['schemas'];

export type Account = Schemas['Account'];
export type Installation = Schemas['Installation'];
export type PartnershipSummary = Schemas['PartnershipItem'];
export type Partnership = Schemas['Partnership'];
export type Partner = Schemas['Partner'];
export type Board = Schemas['BoardSummary'];
export type Role = Partnership['me']['role'];
/** What is there on the canvas that counts, and what is not yet. */
export type Completeness = Schemas['Completeness'];
export type BoardContent = Schemas['Content'];
export type BoardKind = BoardContent['kind'];
export type Invitation = Schemas['Invitation'];
export type Member = Partnership['members'][number];
export type Assignment = Schemas['Assignment'];
/** What somebody says about taking on a role, and how many roles they can carry. */
export type RoleWish = Schemas['RoleWish'];
export type OwnRoleWish = Schemas['OwnRoleWish'];
export type Wish = Schemas['Wish'];
export type RoleCapacity = Schemas['RoleCapacity'];
export type OwnRoleCapacity = Schemas['OwnRoleCapacity'];
/** Something that waits for whoever is signed in, in any of their partnerships. */
export type WaitingTurn = Schemas['Turn'];
export type CommentThread = Schemas['CommentThread'];
export type Comment = Schemas['Comment'];
export type News = Schemas['News'];
export type NewsItem = News['items'][number];
/** Something that whoever is signed in was told. */
export type OwnNotification = Schemas['Notification'];
export type MailPace = Schemas['MailPace'];
export type OwnSession = Schemas['OwnSession'];
export type OutboxMail = Schemas['OutboxMail'];
export type Organisation = Schemas['OrganisationDetails'];
export type OrganisationAccount = Schemas['OrganisationAccount'];
export type AccountImportRow = Schemas['AccountImportRow'];
export type AuditItem = Schemas['AuditItem'];
export type PartnershipInvitation = Schemas['PartnershipInvitation'];
export type OwnPartner = Schemas['OwnPartner'];
export type Colleague = Schemas['Colleague'];
export type KnownOrganisation = Schemas['KnownOrganisation'];
export type AskedGuest = Schemas['AskedGuest'];
export type GuestInvitation = Schemas['GuestInvitation'];
export type Scan = Schemas['Scan'];
export type ScanList = Schemas['ScanList'];
export type ScanKind = Schemas['ScanKind'];
export type ScanMode = Schemas['ScanMode'];
export type ScanProposal = Schemas['ScanProposal'];
/** What came out of a round. */
export type Report =
  paths['/api/v1/partnerships/{id}/scans/{scan_id}/report']['get']['responses'][200]['content']['application/json'];
/** A factor in the report of a scan, a statement in that of a pulse. */
export type ReportItem = Report['items'][number];
export type ReportClass = NonNullable<ReportItem['class']>;
export type ReportFigures = NonNullable<ReportItem['figures']>;
export type ReportCell = ReportFigures['cells'][number];
export type ReportComparison = Report['comparisons'][number];
export type ReportCompared = ReportComparison['items'][number];
/** What a partner answered as a partner. */
export type ScanVoice =
  paths['/api/v1/partnerships/{id}/scans/{scan_id}/voice']['get']['responses'][200]['content']['application/json'];
/** Where the ambition stands: which version is shared, which one waits, and what each partner says. */
export type VersionsStanding = Schemas['VersionsStanding'];
export type VersionSummary = Schemas['VersionSummary'];
export type AmbitionVersion = Schemas['AmbitionVersion'];
/** What a partner says of a version. */
export type Endorsement = Schemas['Endorsement'];
export type EndorsementAnswer = Schemas['EndorsementAnswer'];
export type EndorsementSaid = Schemas['EndorsementSaid'];
/** What somebody wants with it, seen by whom they chose. */
export type IndividualAmbition = Schemas['IndividualAmbition'];
export type IndividualAmbitionKind = Schemas['IndividualAmbitionKind'];
export type IndividualAmbitionChanges = Schemas['IndividualAmbitionChanges'];
export type NewIndividualAmbition = Schemas['NewIndividualAmbition'];
export type Circle = Schemas['Circle'];
/** A value that the partners hold in common, and how strongly each of them does. */
export type CommonValue = Schemas['CommonValue'];
export type ValueStrength = Schemas['ValueStrength'];
export type OwnStrength = Schemas['OwnStrength'];
/** A value that somebody holds for themselves. */
export type OwnValue = Schemas['OwnValue'];
export type NewOwnValue = Schemas['NewOwnValue'];
export type OwnValueChanges = Schemas['OwnValueChanges'];
/** What somebody asked themselves at a tense moment. */
export type TensionCheck = Schemas['TensionCheck'];
export type NewTensionCheck = Schemas['NewTensionCheck'];
export type TensionCheckChanges = Schemas['TensionCheckChanges'];
export type SharedWith = Schemas['SharedWith'];
export type AnchoredPassage = Schemas['AnchoredPassage'];
/** How the partners see the challenge, and in what they touch. */
export type ViewList = Schemas['ViewList'];
export type PartnerView = Schemas['PartnerView'];
export type OwnView = Schemas['OwnView'];
export type Overlap = Schemas['Overlap'];
export type OverlapPart = Schemas['OverlapPart'];
export type NewOverlap = Schemas['NewOverlap'];
/** Something that a partnership set out to do better. */
export type Improvement = Schemas['Improvement'];
export type NewImprovement = Schemas['NewImprovement'];
export type Success = Schemas['Success'];
export type SuccessRecord = Schemas['SuccessRecord'];
/** What somebody may go ahead with without asking each time, until a day. */
export type RoomToMove = Schemas['RoomToMove'];

import type { Outcome } from '../api/client';
import type { EndorsementSaid, VersionsStanding, VersionSummary } from '../api/types';
import type { AMBITION, CANVAS } from '../routes';

/** What is put before the partners as versions, and which they stand behind or not. */
export interface Subject {
  id: 'ambition' | 'business_model';
  /** Where it is written, and under which its versions have their addresses. */
  room: typeof AMBITION | typeof CANVAS;
  /** Of what happens in the partnership, by its type, what makes it stand otherwise. */
  concerns: RegExp;
  calls: {
    standing: (id: string) => Promise<Outcome<VersionsStanding>>;
    withdraw: (id: string, number: number) => Promise<Outcome<VersionSummary>>;
    endorse: (id: string, number: number, said: EndorsementSaid) => Promise<Outcome<VersionSummary>>;
    takeBack: (id: string, number: number) => Promise<Outcome<VersionSummary>>;
  };
  /** How it is said of this subject. What is said alike of all stands where it is said. */
  words: {
    title: () => string;
    lead: () => string;
    back: () => string;
    of: (inputs: { number: number }) => string;
    standing: () => string;
    none: () => string;
    empty: () => string;
    proposeTitle: () => string;
    proposeText: () => string;
    proposeWords: () => string;
    proposeAlone: () => string;
    nothingWritten: () => string;
    sameWords: (inputs: { number: number }) => string;
    endorseTitle: (inputs: { partner: string }) => string;
    yes: (inputs: { partner: string }) => string;
    withdraw: () => string;
    draftAgain: () => string;
    draftOpen: (inputs: { number: number }) => string;
    writtenOn: () => string;
    /** Something else stands there by now than what one reads. */
    changed: () => string;
    readAgain: () => string;
  };
}

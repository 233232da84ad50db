import { m } from '../../../paraglide/messages.js';
import { AMBITION } from '../../../routes';
import type { Subject } from '../../../versions/subject';
import { endorse, loadStanding, takeBack, withdrawVersion } from './load';

/** The shared ambition. */
export const ambition: Subject = {
  id: 'ambition',
  room: AMBITION,
  // Who takes part counts too: a version is shared when each of them says yes.
  concerns: /^(ambition|partner|member|partnership)\./,
  calls: { standing: loadStanding, withdraw: withdrawVersion, endorse, takeBack },
  words: {
    title: m.versions_title,
    lead: m.versions_lead,
    back: m.versions_back,
    of: m.versions_of_ambition,
    standing: m.versions_standing,
    none: m.versions_none,
    empty: m.versions_empty,
    proposeTitle: m.versions_propose_title,
    proposeText: m.versions_propose_text,
    proposeWords: m.versions_propose_words,
    proposeAlone: m.versions_propose_alone,
    nothingWritten: m.versions_because_nothing_written,
    sameWords: m.versions_because_same_words,
    endorseTitle: m.versions_endorse_title,
    yes: m.versions_yes_text,
    withdraw: m.versions_withdraw_text,
    draftAgain: m.versions_draft_again,
    draftOpen: m.versions_draft_open,
    writtenOn: m.versions_written_on,
    changed: m.versions_meanwhile,
    readAgain: m.versions_meanwhile_read,
  },
};

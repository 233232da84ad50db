import { m } from '../../../paraglide/messages.js';
import { CANVAS } from '../../../routes';
import type { Subject } from '../../../versions/subject';
import { endorse, loadStanding, takeBack, withdrawVersion } from './load';

/** The business model: the canvas that counts, with what it costs and brings. */
export const businessModel: Subject = {
  id: 'business_model',
  room: CANVAS,
  // Who takes part counts too: a version is shared when each of them says yes.
  concerns: /^(business_model|canvas|ledger_line|ledger|partner|member|partnership)\./,
  calls: { standing: loadStanding, withdraw: withdrawVersion, endorse, takeBack },
  words: {
    title: m.model_title,
    lead: m.model_lead,
    back: m.model_back,
    of: m.model_of,
    standing: m.model_standing,
    none: m.model_none,
    empty: m.model_empty,
    proposeTitle: m.model_propose_title,
    proposeText: m.model_propose_text,
    proposeWords: m.model_propose_words,
    proposeAlone: m.model_propose_alone,
    nothingWritten: m.model_because_nothing_written,
    sameWords: m.model_because_same,
    endorseTitle: m.model_endorse_title,
    yes: m.model_yes_text,
    withdraw: m.model_withdraw_text,
    draftAgain: m.model_draft_again,
    draftOpen: m.model_draft_open,
    writtenOn: m.model_written_on,
    changed: m.model_meanwhile,
    readAgain: m.model_meanwhile_read,
  },
};

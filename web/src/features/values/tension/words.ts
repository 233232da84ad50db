import type { SharedWith } from '../../../api/types';
import { m } from '../../../paraglide/messages.js';
import type { Question } from './checks';

const QUESTIONS: Record<Question, { label: () => string; hint: () => string }> = {
  belief: { label: m.tension_belief, hint: m.tension_belief_hint },
  benefit: { label: m.tension_benefit, hint: m.tension_benefit_hint },
  success: { label: m.tension_success, hint: m.tension_success_hint },
  effort: { label: m.tension_effort, hint: m.tension_effort_hint },
};

export function questionWords(question: Question): { label: string; hint: string } {
  const { label, hint } = QUESTIONS[question];
  return { label: label(), hint: hint() };
}

const SHARED: Record<SharedWith, { label: () => string; text: () => string; promise: () => string }> = {
  nobody: {
    label: m.tension_shared_nobody,
    text: m.tension_shared_nobody_text,
    promise: m.tension_promise_nobody,
  },
  lead: { label: m.tension_shared_lead, text: m.tension_shared_lead_text, promise: m.tension_promise_lead },
  all: { label: m.tension_shared_all, text: m.tension_shared_all_text, promise: m.tension_promise_all },
};

/** Who reads it, what that means, and that as a promise where one writes. */
export function sharedWords(shared: SharedWith): { label: string; text: string; promise: string } {
  const { label, text, promise } = SHARED[shared];
  return { label: label(), text: text(), promise: promise() };
}

type Fields = Record<string, string>;

/** Only what somebody made another: blanks around some words are no change. */
export function changesOf<Form extends Fields>(before: Form, form: Form): Partial<Form> {
  const changed = Object.entries(form)
    .map(([field, value]) => [field, value.trim()] as const)
    .filter(([field, value]) => value !== before[field]?.trim());
  return Object.fromEntries(changed) as Partial<Form>;
}

/** The same, as it is kept until it is sent: with its blanks, or what one types next would miss them. */
export function touchedOf<Form extends Fields>(before: Form, form: Form): Fields {
  return Object.fromEntries(Object.entries(form).filter(([field, value]) => value !== before[field]));
}

/** After it was changed elsewhere: what one did not touch is as it is now, what one did stays as one meant it. */
export function meanwhile<Form extends Fields>(before: Form, form: Form, now: Form): Form {
  const meant = Object.keys(changesOf(before, form)).map((field) => [field, form[field]]);
  return { ...now, ...Object.fromEntries(meant) };
}

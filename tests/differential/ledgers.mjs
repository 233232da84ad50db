// Sums ledgers month by month, as somebody would who has only the description of them: one JSON a line in, one out.
import { createInterface } from 'node:readline';

const index = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** Whether a line counts in a month. */
function counts(line, month, begins) {
  const from = line.from === null ? begins : index(line.from);
  if (month < from || (line.until !== null && month > index(line.until))) return false;
  if (line.frequency === 'once') return month === from;
  return line.frequency === 'monthly' || month % 12 === from % 12;
}

/** What of a line is for a partner, or of a joint one for all together. */
function amountFor(line, partner) {
  if (line.nature === 'intangible') return 0n;
  if (partner === null) return line.partner === null ? BigInt(line.amount) : 0n;
  if (line.partner !== null) return line.partner === partner ? BigInt(line.amount) : 0n;
  return BigInt(line.shares[partner] ?? '0');
}

function figures(ledger, year, partner) {
  const begins = index(ledger.begins);
  const sum = (nature, kind) => {
    let total = 0n;
    for (let month = begins + 12 * year; month < begins + 12 * (year + 1); month += 1) {
      for (const line of ledger.lines) {
        if (line.nature === nature && line.kind === kind && counts(line, month, begins)) {
          total += amountFor(line, partner);
        }
      }
    }
    return total;
  };
  return ['money', 'time'].flatMap((nature) => {
    const [cost, benefit] = [sum(nature, 'cost'), sum(nature, 'benefit')];
    return [cost, benefit, benefit - cost].map(String);
  });
}

function checks(ledger) {
  const has = (partner, kind) =>
    ledger.lines.some(
      (line) => line.kind === kind && (line.partner === partner || (line.partner === null && partner in line.shares)),
    );
  const total = (line) =>
    ledger.partners.reduce((sum, partner) => sum + BigInt(line.shares[partner] ?? '0'), 0n);
  const joint = ledger.lines.filter((line) => line.partner === null && line.amount !== null);
  return {
    missing: ledger.partners.filter((partner) => !has(partner, 'cost') && !has(partner, 'benefit')),
    only_costs: ledger.partners.filter((partner) => has(partner, 'cost') && !has(partner, 'benefit')),
    unresolved: joint.filter((line) => total(line) !== BigInt(line.amount)).map((line) => line.id),
  };
}

for await (const text of createInterface({ input: process.stdin })) {
  const ledger = JSON.parse(text);
  const years = Array.from({ length: ledger.years }, (_, year) => ({
    joint: figures(ledger, year, null),
    partners: ledger.partners.map((partner) => figures(ledger, year, partner)),
  }));
  process.stdout.write(`${JSON.stringify({ years, ...checks(ledger) })}\n`);
}

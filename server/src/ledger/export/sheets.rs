//! A ledger in rows: its lines, and the overview of its years.

use uuid::Uuid;

use super::wording::Wording;
use crate::entity::ledger_line::Nature;
use crate::ledger::api::{Ledger, LedgerLine, LedgerYear};
use crate::ledger::method::{Figures, Totals};
use crate::tables::{Cell, Sheet};

/// The lines, each with what of it is for which partner.
pub(super) fn lines(ledger: &Ledger, wording: &Wording) -> Sheet {
    let partners = sharers(ledger, wording);
    let fixed = [
        wording.pick("van wie", "whose"),
        wording.pick("soort", "kind"),
        wording.pick("in", "in"),
        wording.pick("wat", "words"),
        wording.pick("toelichting", "note"),
        wording.pick("bedrag", "amount"),
        wording.pick("hoe vaak", "how often"),
        wording.pick("vanaf", "from"),
        wording.pick("tot en met", "until"),
        wording.pick("zekerheid", "certainty"),
        wording.pick("alleen voor ons", "only for us"),
    ];
    let shares = partners.iter().map(|&id| wording.whose(Some(id)));
    Sheet {
        name: wording.pick("Regels", "Lines").to_owned(),
        header: fixed.into_iter().map(ToOwned::to_owned).chain(shares).collect(),
        rows: ledger.lines.iter().map(|line| row(line, &partners, wording)).collect(),
    }
}

/// The same as text, with its header first.
pub(super) fn lines_as_text(ledger: &Ledger, wording: &Wording) -> Vec<Vec<String>> {
    let Sheet { header, rows, .. } = lines(ledger, wording);
    let text = |row: Vec<Cell>| row.into_iter().map(|cell| wording.text(cell)).collect();
    std::iter::once(header).chain(rows.into_iter().map(text)).collect()
}

/// What five years cost and bring, jointly and each partner.
pub(super) fn overview(ledger: &Ledger, wording: &Wording) -> Sheet {
    let partners = ledger.years.first().map(|year| year.partners.iter().map(|of| of.partner_id).collect());
    let partners: Vec<Uuid> = partners.unwrap_or_default();
    let whose = std::iter::once(None).chain(partners.into_iter().map(Some));
    let fixed = [wording.pick("vanaf", "from"), wording.pick("tot en met", "until"), wording.pick("wat", "what")];
    Sheet {
        name: wording.pick("Overzicht", "Overview").to_owned(),
        header: fixed.into_iter().map(ToOwned::to_owned).chain(whose.map(|of| wording.whose(of))).collect(),
        rows: ledger.years.iter().flat_map(|year| of_year(year, wording)).collect(),
    }
}

/// Partners that something of a joint line is for, or that take part, in the order of their names.
fn sharers(ledger: &Ledger, wording: &Wording) -> Vec<Uuid> {
    let shared = |id: Uuid| ledger.lines.iter().any(|line| line.shares.iter().any(|share| share.partner_id == id));
    let partners = wording.partners.iter().filter(|partner| partner.is_active || shared(partner.id));
    partners.map(|partner| partner.id).collect()
}

fn row(line: &LedgerLine, partners: &[Uuid], wording: &Wording) -> Vec<Cell> {
    let text = |words: &str| Cell::Text(words.to_owned());
    let month = |month: &Option<String>| text(month.as_deref().unwrap_or_default());
    let share = |id: &Uuid| line.shares.iter().find(|share| share.partner_id == *id).map(|share| share.amount);
    let fixed = [
        Cell::Text(wording.whose(line.partner_id)),
        text(wording.kind(line.kind)),
        text(wording.nature(line.nature)),
        text(&line.words),
        text(&line.note),
        amount(line.nature, line.amount),
        text(wording.frequency(line.frequency)),
        month(&line.from),
        month(&line.until),
        text(wording.certainty(line.certainty)),
        text(if line.is_private { wording.pick("ja", "yes") } else { "" }),
    ];
    fixed.into_iter().chain(partners.iter().map(|id| amount(line.nature, share(id)))).collect()
}

fn amount(nature: Nature, amount: Option<i64>) -> Cell {
    match (nature, amount) {
        (Nature::Money, Some(cents)) => Cell::Euros(cents),
        (Nature::Time, Some(minutes)) => Cell::Hours(minutes),
        _ => Cell::Nothing,
    }
}

fn of_year(year: &LedgerYear, wording: &Wording) -> Vec<Vec<Cell>> {
    type Look = fn(&Totals) -> i64;
    let rows: [(&str, Look); 3] = [
        (wording.pick("kost", "costs"), |of| of.cost),
        (wording.pick("levert op", "brings"), |of| of.benefit),
        (wording.pick("blijft over", "is left"), |of| of.balance),
    ];
    let columns: Vec<Figures> =
        std::iter::once(year.joint).chain(year.partners.iter().map(|of| of.figures)).collect();
    let row = |what: String, cells: Vec<Cell>| {
        let fixed = [Cell::Text(year.from.clone()), Cell::Text(year.until.clone()), Cell::Text(what)];
        fixed.into_iter().chain(cells).collect::<Vec<Cell>>()
    };
    let money = rows.iter().map(|(what, look)| {
        let what = format!("{what} ({})", wording.pick("geld", "money"));
        row(what, columns.iter().map(|figures| Cell::Euros(look(&figures.money))).collect())
    });
    let time = rows.iter().map(|(what, look)| {
        let what = format!("{what} ({})", wording.pick("uren", "hours"));
        row(what, columns.iter().map(|figures| Cell::Hours(look(&figures.time))).collect())
    });
    money.chain(time).collect()
}

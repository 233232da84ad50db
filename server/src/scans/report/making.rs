//! A report is made: once, when a round closes, of what was answered and of what earlier reports released.

use std::collections::BTreeMap;

use super::basis::{Basis, ItemId, Topic};
use super::comparing::{Earlier, compare};
use super::content::{Beyond, CellShown, Content, Figures, Item, ResponseShown};
use super::released::Released;
use super::said::{Answered, Said};
use crate::entity::scan_round::Kind;
use crate::scans::instrument::{Factor, Statement};
use crate::scans::method::{
    Cell, CellMeasure, Class, HIGHEST_SHOWN, LOWEST_SHOWN, Marks, Measure, Response, Showing, class, count,
    importance, is_unjudged, measure, priority, response, unjudged,
};

/// The two means lie so far apart that large partners judge differently.
const SIZES_MATTER: f64 = 0.3;
/// A gap from which on partners see it differently.
const WIDE_GAP: f64 = 1.0;
/// So many of somebody's answers alike look like routine, in parts of all.
const ALIKE: f64 = 0.9;
/// So many people who answer alike are worth a note, in parts of all.
const MANY_ALIKE: f64 = 0.2;

/// A report, and what is kept beside it.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) content: Content,
    pub(crate) basis: Basis,
}

/// Makes the report of a round. What would tell something about too few people, together with all that was ever released
/// in the partnership, is left out. `words` are shuffled by the caller.
pub(crate) fn make(round: &Answered, earlier: &[Earlier], words: Vec<String>) -> Made {
    let showing = round.showing;
    let (sent, shown_partners) = (round.sent(), round.shown());
    let answered = response(&round.invited, &sent, &round.marks, showing);
    let Some(cells) = showing.cells(&sent, &shown_partners) else { return nothing(&answered) };
    let mut basis = Basis { topics: topics(&round.statements).map(|of| Topic::of(of, &round.said)).collect() };
    for topic in &mut basis.topics {
        measure_topic(topic, &round.said, &shown_partners, showing);
    }
    let mut released: Vec<Released<'_>> =
        basis.topics.iter().map(|topic| Released::nothing(topic, showing)).collect();
    let important = relative_importance(round, &cells);
    let items = basis.topics.iter().zip(&mut released).map(|(topic, released)| {
        let id = shown_item(round.kind, topic);
        let figures = topic.measures.get(&id).filter(|measure| released.release(id, measure));
        item(id, round, &cells, figures, important.as_ref())
    });
    let items: Vec<Item> = items.collect();
    let comparisons = compare(round, &basis, &mut released, earlier);
    let content =
        Content { response: shown(&answered), enough: true, items, routine: is_routine(round), words, comparisons };
    Made { content, basis }
}

fn nothing(answered: &Response) -> Made {
    let content = Content {
        response: shown(answered),
        enough: false,
        items: Vec::new(),
        routine: false,
        words: Vec::new(),
        comparisons: Vec::new(),
    };
    Made { content, basis: Basis::default() }
}

/// What was asked, by what it is about, in the order in which it was asked.
fn topics(statements: &[Statement]) -> impl Iterator<Item = Vec<Statement>> {
    statements.chunk_by(|one, next| one.factor().is_some() && one.factor() == next.factor()).map(<[_]>::to_vec)
}

/// What a report shows of a topic.
fn shown_item(kind: Kind, topic: &Topic) -> ItemId {
    let first = topic.statements[0];
    match (kind, first.factor()) {
        (Kind::Scan, Some(factor)) => ItemId::Factor(factor),
        _ => ItemId::Statement(first),
    }
}

/// Everything that may be shown or compared one day: the factor, and each statement.
fn measure_topic(topic: &mut Topic, said: &[Said], marks: &Marks, showing: Showing) {
    let statements = topic.statements.iter().copied().map(ItemId::Statement);
    let factor = topic.statements[0].factor().filter(|_| topic.statements.len() > 1).map(ItemId::Factor);
    topic.measures = statements
        .chain(factor)
        .filter_map(|id| Some((id, measure(&id.opinions(said), marks, showing)?)))
        .collect();
}

/// How important each factor is beside the most important one, and by itself; nothing in a pulse.
fn relative_importance(round: &Answered, cells: &[Cell]) -> Option<BTreeMap<Factor, (f64, f64)>> {
    if round.kind != Kind::Scan {
        return None;
    }
    let choices: Vec<_> = round.said.iter().map(|said| (said.partner, said.chosen.clone())).collect();
    let factors: Vec<Factor> = round.statements.iter().filter_map(|statement| statement.factor()).collect();
    let important = importance(&choices, &factors, cells);
    let most = important.values().copied().fold(0.0, f64::max);
    let beside = |share: f64| if most > 0.0 { share / most } else { 0.0 };
    Some(important.into_iter().map(|(factor, share)| (factor, (share, beside(share)))).collect())
}

fn item(
    id: ItemId,
    round: &Answered,
    cells: &[Cell],
    measured: Option<&Measure>,
    important: Option<&BTreeMap<Factor, (f64, f64)>>,
) -> Item {
    let dont_know = unjudged(&id.opinions(&round.said), cells).unwrap_or_default();
    let important = match id {
        ItemId::Factor(factor) => important.and_then(|important| important.get(&factor)),
        ItemId::Statement(_) => None,
    };
    let (score, agreement) = measured.map_or((0.0, 0.0), |measured| (measured.score(), measured.agreement));
    Item {
        id: id.to_string(),
        dont_know: percent(dont_know),
        class: classified(measured, dont_know),
        importance: important.map(|&(share, _)| percent(share)),
        figures: measured.map(|measured| {
            figures(
                measured,
                round.showing,
                important.map(|&(_, beside)| whole(priority(score, agreement, beside))),
            )
        }),
    }
}

/// With too few who could judge there is one thing to say: that they could not.
fn classified(measured: Option<&Measure>, dont_know: f64) -> Option<Class> {
    match measured {
        Some(measured) => Some(class(measured.score(), measured.agreement, dont_know)),
        None => is_unjudged(dont_know).then_some(Class::Inform),
    }
}

fn figures(measured: &Measure, showing: Showing, priority: Option<u8>) -> Figures {
    let (score, people_mean, gap) = (measured.score(), measured.people_mean(), measured.gap());
    Figures {
        score: decimal(score),
        people_mean: decimal(people_mean),
        sizes_matter: (score - people_mean).abs() >= SIZES_MATTER,
        agreement: decimal(measured.agreement),
        gap: gap.map(decimal),
        wide_gap: gap.is_some_and(|gap| gap >= WIDE_GAP),
        priority,
        cells: measured.cells.iter().map(|cell| cell_shown(cell, showing)).collect(),
    }
}

fn cell_shown(cell: &CellMeasure, showing: Showing) -> CellShown {
    // A partner that answers as a partner says it as it is.
    let is_held = showing != Showing::Openly;
    let beyond = match cell.mean {
        mean if is_held && mean <= LOWEST_SHOWN => Some(Beyond::AtMost),
        mean if is_held && mean >= HIGHEST_SHOWN => Some(Beyond::AtLeast),
        _ => None,
    };
    CellShown { partners: cell.partners.clone(), mean: decimal(cell.mean), beyond }
}

fn shown(answered: &Response) -> ResponseShown {
    ResponseShown {
        invited: answered.invited,
        sent: answered.sent,
        share: percent(answered.share()),
        balanced: percent(answered.balanced),
        coverage: percent(answered.coverage),
        limited: answered.is_limited(),
    }
}

/// Whether many gave (nearly) the same answer to everything, and enough of them that it is about nobody.
fn is_routine(round: &Answered) -> bool {
    let Showing::InCellsOf(k) = round.showing else { return false };
    let is_alike = |said: &&Said| {
        let mut places: BTreeMap<u8, usize> = BTreeMap::new();
        for answer in said.answers.values().flatten() {
            *places.entry(answer.value()).or_default() += 1;
        }
        let judged: usize = places.values().sum();
        let most = places.values().max().copied().unwrap_or_default();
        round.kind == Kind::Scan && judged > 0 && count(most) / count(judged) >= ALIKE
    };
    let alike = round.said.iter().filter(is_alike).count();
    alike >= k && count(alike) / count(round.said.len()) >= MANY_ALIKE
}

/// Rounded to one decimal.
pub(super) fn decimal(value: f64) -> f64 {
    // Adding zero makes of a negative zero a zero.
    (value * 10.0).round() / 10.0 + 0.0
}

/// A share as whole percents.
fn percent(share: f64) -> u8 {
    whole(share * 100.0)
}

/// Rounded to a whole number from 0 to 100.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 100")]
fn whole(value: f64) -> u8 {
    value.round().clamp(0.0, 100.0) as u8
}

//! How a round stands beside earlier ones.

use uuid::Uuid;

use super::basis::{Basis, ItemId, Topic};
use super::content::{ComparedItem, Comparison, Content};
use super::making::decimal;
use super::released::Released;
use super::said::Answered;
use crate::entity::scan_round::{self, Mode};
use crate::scans::method::{Showing, Trend, trend};

/// An earlier round that was reported.
#[derive(Clone, Debug)]
pub(crate) struct Earlier {
    pub(super) id: Uuid,
    pub(super) mode: Mode,
    pub(super) showing: Showing,
    /// The version of its words.
    pub(super) instrument: i32,
    pub(super) content: Content,
    pub(super) basis: Basis,
}

/// Compares a round with all earlier ones that are of its mode and words, the latest first: what both asked, of those
/// partners of whom both can show it. What would tell too much about either round is left out.
pub(super) fn compare(
    round: &Answered,
    basis: &Basis,
    released: &mut [Released<'_>],
    earlier: &[Earlier],
) -> Vec<Comparison> {
    let comparable = |one: &&Earlier| one.mode == round.mode && one.instrument == round.instrument;
    let compared = earlier.iter().filter(comparable).map(|one| {
        let topics = basis.topics.iter().zip(released.iter_mut());
        let items = topics.filter_map(|(topic, released)| compare_topic(topic, released, one, earlier)).collect();
        Comparison { round_id: one.id, items }
    });
    compared.filter(|comparison| !comparison.items.is_empty()).collect()
}

/// The first that both rounds measured: the whole factor, or what people experience of it.
fn compare_topic(
    topic: &Topic,
    released: &mut Released<'_>,
    one: &Earlier,
    earlier: &[Earlier],
) -> Option<ComparedItem> {
    let theirs = one.topic_like(topic)?;
    let (id, trend) = trend_between(theirs, topic)?;
    let is_safe =
        known(one, theirs, earlier).release_score(id, &trend.cells) && released.release_score(id, &trend.cells);
    is_safe.then(|| compared(id, &trend))
}

fn trend_between(before: &Topic, after: &Topic) -> Option<(ItemId, Trend)> {
    let (&id, after) = after.measures.iter().find(|(id, _)| before.measures.contains_key(id))?;
    Some((id, trend(&before.measures.get(&id)?.cells, &after.cells)?))
}

/// All that was released of a topic of an earlier round until now: by its own report, and by those that compare it.
fn known<'a>(one: &Earlier, topic: &'a Topic, earlier: &[Earlier]) -> Released<'a> {
    let mut known = Released::nothing(topic, one.showing);
    for (&id, measure) in topic.measures.iter().filter(|(id, _)| one.shows(**id)) {
        known.know(id, measure);
    }
    for other in earlier {
        let Some(theirs) = other.topic_like(topic) else { continue };
        let between = if other.compares(one.id) {
            trend_between(topic, theirs)
        } else if one.compares(other.id) {
            trend_between(theirs, topic)
        } else {
            continue;
        };
        if let Some((id, trend)) = between {
            known.know_score(id, &trend.cells);
        }
    }
    known
}

impl Earlier {
    /// As it was kept.
    pub(super) fn new(round: &scan_round::Model, content: Content, basis: Basis) -> Self {
        let mode = round.mode.unwrap_or(Mode::Anonymous);
        Self {
            id: round.id,
            mode,
            showing: Showing::of(round),
            instrument: round.instrument.unwrap_or_default(),
            content,
            basis,
        }
    }

    /// As it was just made.
    #[cfg(test)]
    pub(super) fn made(id: Uuid, round: &Answered, report: super::making::Made) -> Self {
        let (mode, showing, instrument) = (round.mode, round.showing, round.instrument);
        Self { id, mode, showing, instrument, content: report.content, basis: report.basis }
    }

    fn topic_like(&self, topic: &Topic) -> Option<&Topic> {
        let is_asked = |theirs: &&Topic| theirs.statements.iter().any(|of| topic.statements.contains(of));
        self.basis.topics.iter().find(is_asked)
    }

    fn shows(&self, id: ItemId) -> bool {
        self.content.items.iter().any(|item| item.id == id.to_string() && item.figures.is_some())
    }

    fn compares(&self, round: Uuid) -> bool {
        self.content.comparisons.iter().any(|comparison| comparison.round_id == round)
    }
}

fn compared(id: ItemId, trend: &Trend) -> ComparedItem {
    ComparedItem {
        id: id.to_string(),
        before: decimal(trend.before),
        after: decimal(trend.after),
        difference: decimal(trend.difference()),
        band: trend.band.map(decimal),
        verdict: trend.verdict(),
        indicative: trend.is_indicative(),
        partners: trend.cells.iter().flatten().copied().collect(),
    }
}

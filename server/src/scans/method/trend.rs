//! Whether something changed between two rounds, or only seems to have.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use statrs::distribution::{ContinuousCDF as _, StudentsT};
use utoipa::ToSchema;
use uuid::Uuid;

use super::answer::{count, settled};
use super::measure::CellMeasure;
use super::suppression::Cell;

/// A smaller difference than this means nothing, however sure it is.
const SMALLEST_DIFFERENCE: f64 = 0.3;
/// With fewer degrees of freedom than this, a trend is an indication.
const FEW: usize = 4;
/// Both ends of the band together leave out one in twenty.
const QUANTILE: f64 = 0.975;

/// What may be said of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ReportVerdict)]
pub(crate) enum Verdict {
    /// It went up, and by more than chance would have it.
    Improved,
    /// It went down, and by more than chance would have it.
    Declined,
    /// Nothing can be said.
    Unclear,
}

/// How a factor stands beside an earlier round, for those partners that can be compared.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Trend {
    /// Which partners are compared, in cells that both rounds can show.
    pub(crate) cells: Vec<Cell>,
    /// The score in the earlier round.
    pub(crate) before: f64,
    /// The score in this one.
    pub(crate) after: f64,
    /// The standard error of each; nothing when no cell has more than one person.
    pub(crate) errors: Option<(f64, f64)>,
    /// The degrees of freedom.
    pub(crate) freedom: usize,
    /// Half the width of the band of 95 % around the difference; nothing when it cannot be told.
    pub(crate) band: Option<f64>,
}

impl Trend {
    /// How much it went up.
    pub(crate) fn difference(&self) -> f64 {
        settled(self.after - self.before)
    }

    /// Whether the difference is more than chance.
    pub(crate) fn verdict(&self) -> Verdict {
        let least = self.band.map_or(SMALLEST_DIFFERENCE, |band| band.max(SMALLEST_DIFFERENCE));
        match self.difference() {
            difference if difference >= least => Verdict::Improved,
            difference if difference <= -least => Verdict::Declined,
            _ => Verdict::Unclear,
        }
    }

    /// Whether too few people answered for more than an indication.
    pub(crate) fn is_indicative(&self) -> bool {
        self.freedom < FEW
    }
}

/// Compares two rounds by what each has shown: cells of partners that are in both. Cells that overlap are taken together
/// in both rounds; with a cell of which a part is in one round only, nothing is compared, because the rest of it would
/// be told by that. Nothing when no cell is left.
pub(crate) fn trend(before: &[CellMeasure], after: &[CellMeasure]) -> Option<Trend> {
    let cells = common(before, after);
    let earlier = Side::of(before, &cells)?;
    let later = Side::of(after, &cells)?;
    let freedom = earlier.freedom + later.freedom;
    let errors = earlier.error().zip(later.error());
    let band = errors.and_then(|(first, second)| Some(settled(quantile(freedom)? * first.hypot(second))));
    Some(Trend { cells, before: earlier.score, after: later.score, errors, freedom, band })
}

/// The finest cells of which both rounds consist, without those that only one of them has in full.
fn common(before: &[CellMeasure], after: &[CellMeasure]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for cell in before.iter().chain(after).map(|cell| &cell.partners) {
        let (overlapping, mut apart): (Vec<Cell>, Vec<Cell>) =
            cells.into_iter().partition(|known| !known.is_disjoint(cell));
        apart.push(overlapping.into_iter().flatten().chain(cell.iter().copied()).collect());
        cells = apart;
    }
    let everybody =
        |side: &[CellMeasure]| -> BTreeSet<Uuid> { side.iter().flat_map(|cell| cell.partners.clone()).collect() };
    let (first, second) = (everybody(before), everybody(after));
    cells.retain(|cell| cell.is_subset(&first) && cell.is_subset(&second));
    cells.sort();
    cells
}

/// One round, as far as it can be compared.
struct Side {
    score: f64,
    /// The sum of 1/n over the cells.
    weight: f64,
    cells: usize,
    squares: f64,
    freedom: usize,
}

impl Side {
    fn of(measured: &[CellMeasure], cells: &[Cell]) -> Option<Self> {
        if cells.is_empty() {
            return None;
        }
        let mut side = Self { score: 0.0, weight: 0.0, cells: cells.len(), squares: 0.0, freedom: 0 };
        for cell in cells {
            let within: Vec<&CellMeasure> =
                measured.iter().filter(|measured| measured.partners.is_subset(cell)).collect();
            let people: usize = within.iter().map(|measured| measured.people).sum();
            let mean = within.iter().map(|part| part.mean * count(part.people)).sum::<f64>() / count(people);
            // Of cells that are taken together, also how far they lie apart.
            let squares = |part: &&CellMeasure| part.squares + count(part.people) * (part.mean - mean).powi(2);
            side.score += mean / count(cells.len());
            side.weight += 1.0 / count(people);
            side.squares += within.iter().map(squares).sum::<f64>();
            side.freedom += people.saturating_sub(1);
        }
        side.score = settled(side.score);
        Some(side)
    }

    /// The standard error of the score: the variance within cells, pooled, over cells that count the same.
    fn error(&self) -> Option<f64> {
        (self.freedom > 0).then(|| (self.squares / count(self.freedom) * self.weight).sqrt() / count(self.cells))
    }
}

fn quantile(freedom: usize) -> Option<f64> {
    let students = StudentsT::new(0.0, 1.0, count(freedom)).ok()?;
    Some(students.inverse_cdf(QUANTILE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn partner(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn cell(partners: &[u128], people: usize, mean: f64) -> CellMeasure {
        let partners = partners.iter().copied().map(partner).collect();
        CellMeasure { partners, people, mean, squares: 1.0 }
    }

    #[test]
    fn partners_that_were_shown_together_once_are_compared_together() {
        let before = [cell(&[1], 5, 4.0), cell(&[2, 3], 4, 3.0)];
        let after = [cell(&[1], 5, 4.0), cell(&[2], 3, 2.0), cell(&[3], 6, 3.5)];
        let trend = trend(&before, &after).unwrap();
        assert_eq!(trend.cells.len(), 2);
        // (3·2 + 6·3.5) / 9 = 3, so nothing changed.
        assert!(trend.difference().abs() < 1e-9);
        assert_eq!(trend.verdict(), Verdict::Unclear);
    }

    #[test]
    fn nothing_is_told_of_a_cell_of_which_a_part_left() {
        let before = [cell(&[1], 5, 4.0), cell(&[2, 3], 4, 3.0)];
        let after = [cell(&[1], 5, 3.0), cell(&[2], 3, 2.0)];
        let trend = trend(&before, &after).unwrap();
        assert_eq!(trend.cells, [Cell::from([partner(1)])]);
        assert!(super::trend(&before[1..], &after[1..]).is_none());
    }

    #[test]
    fn where_each_partner_speaks_with_one_voice_there_is_no_band() {
        let trend = trend(&[cell(&[1], 1, 2.0)], &[cell(&[1], 1, 3.0)]).unwrap();
        assert_eq!((trend.band, trend.verdict(), trend.is_indicative()), (None, Verdict::Improved, true));
    }
}

//! How far people agree: van der Eijk's measure for ordered scales.

use super::answer::{Answer, PLACES, count, settled};

/// Van der Eijk's agreement *A* (Quality & Quantity 35, 2001) of weights over the places of an ordered scale: 1 when all
/// are at one place, 0 when they are spread evenly, -1 when half of them are at each end. Not a number without weights.
///
/// The weights are peeled into layers that are flat where they are not zero. Each layer has an agreement of its own, from
/// how far its pattern of zeros and ones has one top, and counts by what it weighs.
pub(crate) fn agreement(weights: &[f64]) -> f64 {
    let total: f64 = weights.iter().sum();
    let mut left = weights.to_vec();
    let mut agreement = 0.0;
    while let Some(height) = lowest(&left, total) {
        let pattern: Vec<bool> = left.iter().map(|&weight| weight > NOTHING * total).collect();
        let filled = pattern.iter().filter(|&&filled| filled).count();
        agreement += height * count(filled) / total * of_pattern(&pattern, filled);
        for (weight, _) in left.iter_mut().zip(&pattern).filter(|(_, filled)| **filled) {
            *weight -= height;
        }
    }
    if total > 0.0 { agreement } else { f64::NAN }
}

/// The agreement about one statement, in which every cell weighs the same however many people are in it: the weight of a
/// person is 1/(J·n). Nothing when nobody could judge it.
///
/// Source: domain rule "agreement on partner-balanced weights".
pub(super) fn balanced_agreement<'a>(cells: impl Iterator<Item = &'a [Answer]>) -> Option<f64> {
    let mut weights = [0.0; PLACES];
    let mut judging = false;
    for answers in cells {
        let judged = answers.iter().flatten();
        let people = judged.clone().count();
        for answer in judged {
            judging = true;
            weights[answer.place()] += 1.0 / count(people);
        }
    }
    judging.then(|| settled(agreement(&weights)))
}

/// What is left of a weight when all of it was taken away, as a share of all: floating point leaves crumbs.
const NOTHING: f64 = 1e-9;

/// The lowest weight that is not nothing.
fn lowest(weights: &[f64], total: f64) -> Option<f64> {
    weights.iter().copied().filter(|&weight| weight > NOTHING * total).min_by(f64::total_cmp)
}

/// The agreement of a pattern with `filled` ones: how far it has one top, less the wider the top.
fn of_pattern(pattern: &[bool], filled: usize) -> f64 {
    let places = count(pattern.len());
    if filled == 1 {
        return 1.0;
    }
    if filled == pattern.len() {
        return 0.0;
    }
    let (mut one_top, mut two_tops) = (0.0, 0.0);
    for (last, right) in pattern.iter().enumerate() {
        for (middle, between) in pattern.iter().enumerate().take(last) {
            for left in pattern.iter().take(middle) {
                match (left, between, right) {
                    (true, true, false) | (false, true, true) => one_top += 1.0,
                    (true, false, true) => two_tops += 1.0,
                    _ => {}
                }
            }
        }
    }
    let one_topped =
        ((places - 2.0) * one_top - (places - 1.0) * two_tops) / ((places - 2.0) * (one_top + two_tops));
    one_topped * (1.0 - (count(filled) - 1.0) / (places - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opinions_at_both_ends_are_the_opposite_of_agreement() {
        // A variance-based measure calls this "no agreement" and cannot tell it from an even spread.
        assert!((agreement(&[2.0, 0.0, 0.0, 0.0, 2.0]) + 1.0).abs() < 1e-9);
        assert!(agreement(&[1.0; 5]).abs() < 1e-9);
    }

    #[test]
    fn without_anybody_there_is_nothing_to_agree_on() {
        assert!(agreement(&[0.0; 5]).is_nan());
        assert_eq!(balanced_agreement([].into_iter()), None);
    }
}

//! What a pulse asks.

use std::collections::BTreeSet;

use crate::scans::instrument::{Aspect, Factor, PERSPECTIVES, Statement};

/// How many factors a pulse asks about.
const FACTORS: usize = 4;

/// The statements of the `number`th pulse of a partnership, counted from 0: what people experience of one factor of each
/// perspective, the next one every time; and the two about effort and yield.
///
/// The factors of improvement points that are `running` come first, in place of those of the rotation.
pub(crate) fn pulse(number: usize, running: &BTreeSet<Factor>) -> Vec<Statement> {
    let rotation = (0..PERSPECTIVES.len()).map(|perspective| Factor::at(perspective, number));
    let checked: BTreeSet<usize> = running.iter().map(|factor| factor.perspective()).collect();
    // What is left is filled first from perspectives that would not be asked about otherwise.
    let (doubled, missing): (Vec<_>, Vec<_>) =
        rotation.filter(|factor| !running.contains(factor)).partition(|of| checked.contains(&of.perspective()));
    let mut factors: Vec<Factor> = running.iter().copied().chain(missing).chain(doubled).take(FACTORS).collect();
    factors.sort();
    let experience = factors.into_iter().map(|factor| Statement::About(factor, Aspect::Experience));
    experience.chain([Statement::Effort, Statement::Yield]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn factors(number: usize, running: &[&str]) -> Vec<&'static str> {
        let running = running.iter().map(|id| id.parse().unwrap()).collect();
        pulse(number, &running).into_iter().filter_map(|of| Some(of.factor()?.id())).collect()
    }

    #[test]
    fn what_is_being_improved_is_asked_first() {
        let asked = factors(0, &["strong_team", "added_value"]);
        assert_eq!(asked, ["felt_urgency", "strategy_approach", "strong_team", "added_value"]);
    }

    #[test]
    fn two_of_one_perspective_leave_room_for_two_others() {
        let asked = factors(1, &["guiding_goals", "mutual_dependence"]);
        assert_eq!(asked, ["guiding_goals", "mutual_dependence", "structure_decisions", "valued_differences"]);
    }

    #[test]
    fn a_pulse_always_asks_about_four_factors() {
        for number in 0..8 {
            for factor in Factor::all() {
                assert_eq!(factors(number, &[factor.id()]).len(), FACTORS);
            }
        }
    }
}

//! How a report goes along with what is said: with its order not at all, with the rest as the method has it.

use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;

use super::super::content::{Beyond, Content};
use super::*;

/// Answers of two to five partners of three to seven people each.
fn any_round() -> impl Strategy<Value = Answered> {
    (any::<u64>(), prop::collection::vec(3_usize..=7, 2..=5)).prop_map(|(seed, sizes)| {
        let mut rng = Chance::with_seed(seed);
        let said =
            sizes.iter().enumerate().flat_map(|(of, &size)| people(&mut rng, Kind::Scan, partner(of), size, 0.1));
        let said = said.collect();
        round(Kind::Scan, 3, said)
    })
}

fn report(round: &Answered) -> Content {
    make(round, &[], Vec::new()).content
}

fn renamed(round: &Answered, names: &BTreeMap<Uuid, Uuid>) -> Answered {
    let name = |partner: &Uuid| names.get(partner).copied().unwrap_or(*partner);
    let said = round.said.iter().map(|said| Said { partner: name(&said.partner), ..said.clone() });
    let mut renamed = super::round(round.kind, 3, said.collect());
    // A partner keeps its mark when its id is another.
    renamed.marks = round.marks.iter().map(|(partner, &mark)| (name(partner), mark)).collect();
    renamed
}

#[test]
fn what_a_partner_says_as_a_partner_is_said_as_it_is() {
    let statements = asked(Kind::Scan);
    let answers: BTreeMap<_, _> =
        statements.iter().copied().zip([4, 5].map(|of| Some(of.try_into().unwrap()))).collect();
    let said = |of| Said { partner: partner(of), answers: answers.clone(), ..Said::default() };
    let alike = super::round(Kind::Scan, 3, (0..6).map(|of| said(of % 2)).collect());
    let shown = |round: &Answered| {
        let figures = report(round).items[0].figures.clone().unwrap();
        figures.cells.iter().map(|cell| (cell.mean, cell.beyond)).collect::<Vec<_>>()
    };
    assert_eq!(shown(&alike), vec![(4.5, Some(Beyond::AtLeast)); 2]);
    let openly = Answered { showing: Showing::Openly, said: (0..2).map(said).collect(), ..alike };
    assert_eq!(shown(&openly), vec![(4.5, None); 2]);
}

proptest! {
    #[test]
    fn the_order_of_answers_changes_nothing(round in any_round(), seed in any::<u64>()) {
        let mut shuffled = round.clone();
        Chance::with_seed(seed).shuffle(&mut shuffled.said);
        // Sums of floating point numbers depend on the order in the sixteenth digit; nothing that is shown does.
        prop_assert_eq!(report(&shuffled), report(&round));
    }

    #[test]
    fn partners_under_other_ids_are_shown_the_same(round in any_round(), turn in 1_usize..5) {
        let partners: Vec<Uuid> = round.invited.keys().copied().collect();
        let names: BTreeMap<Uuid, Uuid> = partners
            .iter()
            .enumerate()
            .map(|(place, &of)| (of, partners[(place + turn) % partners.len()]))
            .collect();
        let (one, mut other) = (report(&round), report(&renamed(&round, &names)));
        // Called back by their first names, they are the same partners with the same figures.
        let back: BTreeMap<Uuid, Uuid> = names.iter().map(|(&from, &to)| (to, from)).collect();
        for figures in other.items.iter_mut().filter_map(|item| item.figures.as_mut()) {
            for cell in &mut figures.cells {
                cell.partners = cell.partners.iter().map(|of| back[of]).collect();
            }
            figures.cells.sort_by(|one, other| one.partners.cmp(&other.partners));
        }
        prop_assert_eq!(one, other);
    }

    #[test]
    fn who_cannot_judge_anything_changes_no_score(round in any_round()) {
        let mut with_one_more = round.clone();
        let unjudged = asked(round.kind).into_iter().map(|statement| (statement, None)).collect();
        let silent = Said { partner: partner(0), answers: unjudged, ..Said::default() };
        with_one_more.said.push(silent);
        *with_one_more.invited.entry(partner(0)).or_default() += 1;
        let (before, after) = (report(&round), report(&with_one_more));
        for (before, after) in before.items.iter().zip(&after.items) {
            let figures = |item: &super::super::content::Item| {
                item.figures.as_ref().map(|of| (of.score, of.people_mean, of.agreement, of.cells.clone()))
            };
            prop_assert_eq!(figures(before), figures(after));
            prop_assert!(after.dont_know >= before.dont_know);
        }
    }

    #[test]
    fn two_partners_under_one_name_are_one_partner_of_all_their_people(round in any_round()) {
        let names = BTreeMap::from([(partner(1), partner(0))]);
        let one = &make(&round, &[], Vec::new()).basis.topics;
        let other = &make(&renamed(&round, &names), &[], Vec::new()).basis.topics;
        let cell = |topics: &[super::super::basis::Topic], of: Uuid| {
            let measures = topics.first()?.measures.values().last()?;
            measures.cells.iter().find(|cell| cell.partners.len() == 1 && cell.partners.contains(&of)).cloned()
        };
        let parts = (cell(one, partner(0)), cell(one, partner(1)), cell(other, partner(0)));
        if let (Some(first), Some(second), Some(both)) = parts {
            prop_assert_eq!(first.people + second.people, both.people);
            let within = |mean: f64| mean > 1.5 && mean < 4.5;
            if [first.mean, second.mean, both.mean].into_iter().all(within) {
                let number = |people: usize| f64::from(u32::try_from(people).unwrap());
                let (n, m) = (number(first.people), number(second.people));
                prop_assert!(((first.mean * n + second.mean * m) / (n + m) - both.mean).abs() < 1e-9);
            }
        }
    }
}

//! Who could best take on which role, when everybody is looked at together: the seats are divided so that the sum of all
//! fits is the highest there is.
//!
//! It is a flow of least cost: from each partner, which has at most so many seats, to its people, each of whom can carry so
//! many roles, to the roles that they may be asked for, which have so many seats. What comes first is bought with costs
//! that nothing later can outweigh: first the seats without which a role cannot do, then that every partner has one, and
//! then the fits. When not all the seats that a role needs can be filled while no partner has too many, partners may have
//! more; that is told. Nothing else is chance: people are looked at in the order of their ids, so the same question has the
//! same answer.

use ac_library::MinCostFlowGraph;

/// Fits are counted in whole hundred thousandths of a point.
const PRECISION: f64 = 100_000.0;
/// The highest fit.
const HIGHEST: i64 = 10_000_000;

/// What there is to divide.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// Sorted by id.
    pub people: Vec<Candidate>,
    /// Sorted by id.
    pub roles: Vec<Seats>,
    /// How many seats the people of each partner may have in all.
    pub partners: Vec<Share>,
    /// For each person, how well each role fits, in points; none where they may not be asked.
    pub fits: Vec<Vec<Option<f64>>>,
}

/// Somebody who can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Which of the partners they act for.
    pub partner: usize,
    /// How many more roles they can carry.
    pub capacity: u32,
}

/// The seats of a role that nobody has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seats {
    /// So many it cannot do without.
    pub least: u32,
    /// So many there are.
    pub most: u32,
}

/// What a partner may have of the seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Whether it has none yet.
    pub is_without: bool,
    /// So many more at most, if that is possible.
    pub most: u32,
}

/// How the seats are best divided.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Suggestion {
    /// Person and role, by their places in the question; in that order.
    pub seats: Vec<(usize, usize)>,
    /// For each role that lacks people, how many of the seats that it cannot do without stay empty.
    pub missing: Vec<(usize, u32)>,
    /// Whether partners may have more than their share, because without that a role would lack people.
    pub is_share_dropped: bool,
}

/// Divides the seats while partners keep to their shares.
pub fn suggest(question: &Question) -> Suggestion {
    let within = divide(question, Shares::Kept);
    if within.missing.is_empty() {
        return within;
    }
    let beyond = divide(question, Shares::Dropped);
    let lacking = |of: &Suggestion| of.missing.iter().map(|(_, seats)| seats).sum::<u32>();
    if lacking(&beyond) < lacking(&within) { Suggestion { is_share_dropped: true, ..beyond } } else { within }
}

/// Divides the seats as if it did not matter who is of which partner.
pub fn suggest_unbalanced(question: &Question) -> Suggestion {
    divide(question, Shares::Ignored)
}

impl Suggestion {
    /// The sum of the fits, in points.
    pub fn total(&self, question: &Question) -> f64 {
        self.seats.iter().filter_map(|&(person, role)| question.fits[person][role]).sum()
    }
}

/// What partners' shares mean.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shares {
    Kept,
    /// No most, but everybody has one if that can be.
    Dropped,
    Ignored,
}

fn divide(question: &Question, shares: Shares) -> Suggestion {
    let network = Network::new(question, shares);
    let seats = network.seats();
    let filled = |role: usize| seats.iter().filter(|(_, of)| *of == role).count();
    let missing = question.roles.iter().enumerate().filter_map(|(role, seats)| {
        let lacking = seats.least.saturating_sub(u32::try_from(filled(role)).unwrap_or(u32::MAX));
        (lacking > 0).then_some((role, lacking))
    });
    Suggestion { missing: missing.collect(), seats, is_share_dropped: false }
}

/// Source, partners, people, roles, sink.
struct Network<'q> {
    question: &'q Question,
    graph: MinCostFlowGraph<i64>,
    /// Who could have a seat of which role, and the place of that in the graph.
    pairs: Vec<(usize, usize, usize)>,
    /// How much a seat that costs nothing is worth.
    worth: i64,
}

impl<'q> Network<'q> {
    fn new(question: &'q Question, shares: Shares) -> Self {
        let (partners, people) = (question.partners.len(), question.people.len());
        let (source, sink) = (0, 1 + partners + people + question.roles.len());
        let (partner_node, person_node) = (|at: usize| 1 + at, |at: usize| 1 + partners + at);
        let role_node = |at: usize| 1 + partners + people + at;
        let seats: i64 = question.roles.iter().map(|role| i64::from(role.most)).sum();
        // That one more partner has a seat is worth more than all fits; that one more seat is filled without which a role
        // cannot do, more than all of that.
        let for_partner = HIGHEST * (seats + 1);
        let for_role = for_partner * (i64::try_from(partners).unwrap_or(i64::MAX) + 1);
        let mut graph = MinCostFlowGraph::new(sink + 1);
        for (at, share) in question.partners.iter().enumerate() {
            let most = if shares == Shares::Kept { i64::from(share.most) } else { seats };
            let first = i64::from(share.is_without).min(most);
            graph.add_edge(source, partner_node(at), first, 0);
            graph.add_edge(
                source,
                partner_node(at),
                most - first,
                if shares == Shares::Ignored { 0 } else { for_partner },
            );
        }
        let mut pairs = Vec::new();
        for (at, person) in question.people.iter().enumerate() {
            graph.add_edge(partner_node(person.partner), person_node(at), i64::from(person.capacity), 0);
            for (role, fit) in question.fits[at].iter().enumerate() {
                let Some(fit) = fit else { continue };
                let edge = graph.add_edge(person_node(at), role_node(role), 1, HIGHEST - counted(*fit));
                pairs.push((at, role, edge));
            }
        }
        for (at, role) in question.roles.iter().enumerate() {
            let least = role.least.min(role.most);
            graph.add_edge(role_node(at), sink, i64::from(least), 0);
            graph.add_edge(role_node(at), sink, i64::from(role.most - least), for_role);
        }
        Self { question, graph, pairs, worth: for_role + for_partner + HIGHEST }
    }

    /// Who has a seat of which role when they are best divided.
    fn seats(&self) -> Vec<(usize, usize)> {
        let sink = 1 + self.question.partners.len() + self.question.people.len() + self.question.roles.len();
        let mut flowing = self.graph.clone();
        let slope = flowing.slope(0, sink, i64::MAX);
        let all = slope.last().map_or(0, |(seats, _)| *seats);
        // One more seat that is filled may make the others so much worse that it is not worth it.
        let best = slope.iter().max_by_key(|(seats, cost)| (self.worth * seats - cost, *seats));
        let best = best.map_or(0, |(seats, _)| *seats);
        if best < all {
            flowing = self.graph.clone();
            flowing.flow(0, sink, best);
        }
        let taken = self.pairs.iter().filter(|(_, _, edge)| flowing.get_edge(*edge).flow > 0);
        taken.map(|&(person, role, _)| (person, role)).collect()
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a fit is from 0 to 100")]
fn counted(fit: f64) -> i64 {
    ((fit * PRECISION).round() as i64).clamp(0, HIGHEST)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Looks at every way there is to divide the seats.
    fn best(question: &Question) -> (u32, u32, f64) {
        let mut best = (u32::MAX, 0, 0.0);
        look(question, 0, 0, &mut Vec::new(), &mut best);
        best
    }

    fn look(
        question: &Question,
        person: usize,
        role: usize,
        seats: &mut Vec<(usize, usize)>,
        best: &mut (u32, u32, f64),
    ) {
        let (people, roles) = (question.people.len(), question.roles.len());
        if person == people {
            let of = |role| u32::try_from(seats.iter().filter(|seat| seat.1 == role).count()).unwrap();
            let missing = (0..roles).map(|role| question.roles[role].least.saturating_sub(of(role))).sum();
            let has = |partner| seats.iter().any(|seat| question.people[seat.0].partner == partner);
            let firsts =
                (0..question.partners.len()).filter(|&at| question.partners[at].is_without && has(at)).count();
            let total: f64 = seats.iter().map(|&(person, role)| question.fits[person][role].unwrap()).sum();
            let found = (missing, u32::try_from(firsts).unwrap(), total);
            if (found.0, std::cmp::Reverse(found.1)) < (best.0, std::cmp::Reverse(best.1))
                || (found.0, found.1) == (best.0, best.1) && found.2 > best.2
            {
                *best = found;
            }
            return;
        }
        let (next_person, next_role) = if role + 1 >= roles { (person + 1, 0) } else { (person, role + 1) };
        look(question, next_person, next_role, seats, best);
        if roles == 0 || question.fits[person][role].is_none() {
            return;
        }
        let partner = question.people[person].partner;
        let has = |is: &dyn Fn(&(usize, usize)) -> bool| {
            u32::try_from(seats.iter().filter(|seat| is(seat)).count()).unwrap()
        };
        if has(&|seat| seat.0 == person) < question.people[person].capacity
            && has(&|seat| seat.1 == role) < question.roles[role].most
            && has(&|seat| question.people[seat.0].partner == partner) < question.partners[partner].most
        {
            seats.push((person, role));
            look(question, next_person, next_role, seats, best);
            seats.pop();
        }
    }

    prop_compose! {
        fn small()(people in 1..=4_usize, roles in 1..=3_usize, partners in 1..=3_usize)(
            fits in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.8, 0..=20_u8), roles), people),
            people in prop::collection::vec((0..partners, 0..=2_u32), people),
            roles in prop::collection::vec((0..=2_u32, 0..=2_u32), roles),
            partners in prop::collection::vec((any::<bool>(), 0..=3_u32), partners),
        ) -> Question {
            Question {
                people: people.into_iter().map(|(partner, capacity)| Candidate { partner, capacity }).collect(),
                roles: roles.into_iter().map(|(least, more)| Seats { least, most: least + more }).collect(),
                partners: partners.into_iter().map(|(is_without, most)| Share { is_without, most }).collect(),
                fits: fits.into_iter().map(|row| row.into_iter().map(|fit| fit.map(|fit| f64::from(fit) * 5.0)).collect()).collect(),
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn no_other_way_to_divide_the_seats_is_better(question in small()) {
            let found = divide(&question, Shares::Kept);
            let (missing, firsts, total) = best(&question);
            let has = |partner| found.seats.iter().any(|seat| question.people[seat.0].partner == partner);
            let found_firsts = (0..question.partners.len()).filter(|&at| question.partners[at].is_without && has(at)).count();
            prop_assert_eq!(found.missing.iter().map(|(_, seats)| seats).sum::<u32>(), missing);
            prop_assert_eq!(u32::try_from(found_firsts).unwrap(), firsts);
            prop_assert!((found.total(&question) - total).abs() < 0.01, "{} instead of {}", found.total(&question), total);
            prop_assert_eq!(divide(&question, Shares::Kept), found);
        }
    }

    #[test]
    fn an_impossible_wish_names_the_role_and_the_seats_that_are_missing() {
        let question = Question {
            people: vec![Candidate { partner: 0, capacity: 1 }],
            roles: vec![Seats { least: 2, most: 2 }, Seats { least: 1, most: 1 }],
            partners: vec![Share { is_without: true, most: 2 }],
            fits: vec![vec![Some(90.0), None]],
        };
        let found = suggest(&question);
        assert_eq!(found.seats, [(0, 0)]);
        assert_eq!(found.missing, [(0, 1), (1, 1)]);
        assert!(!found.is_share_dropped, "it would not help");
    }

    #[test]
    fn a_partner_has_more_than_its_share_only_when_a_role_would_lack_people_otherwise() {
        let question = |least| Question {
            people: vec![Candidate { partner: 0, capacity: 1 }; 2],
            roles: vec![Seats { least, most: 2 }],
            partners: vec![Share { is_without: true, most: 1 }],
            fits: vec![vec![Some(90.0)], vec![Some(80.0)]],
        };
        let enough = suggest(&question(1));
        assert_eq!((enough.seats, enough.is_share_dropped), (vec![(0, 0)], false));
        let needed = suggest(&question(2));
        assert_eq!((needed.seats, needed.is_share_dropped), (vec![(0, 0), (1, 0)], true));
    }

    /// Three hundred people and a hundred roles; measured in a release build it took 41 ms, and 40 and 25 took 1 ms.
    #[test]
    fn as_many_as_there_can_be_are_divided_and_each_keeps_to_what_they_can_carry() {
        let (people, roles, partners) = (300, 100, 12);
        let fit = |person: usize, role: usize| {
            f64::from(u32::try_from((person * 7919 + role * 104_729) % 9973).unwrap()) / 99.73
        };
        let question = Question {
            people: (0..people).map(|at| Candidate { partner: at % partners, capacity: 2 }).collect(),
            roles: vec![Seats { least: 1, most: 3 }; roles],
            partners: vec![Share { is_without: true, most: 26 }; partners],
            fits: (0..people).map(|person| (0..roles).map(|role| Some(fit(person, role))).collect()).collect(),
        };
        let found = suggest(&question);
        assert_eq!(found.seats.len(), 300);
        assert!((0..people).all(|at| found.seats.iter().filter(|seat| seat.0 == at).count() <= 2));
        let of = |partner| found.seats.iter().filter(|seat| seat.0 % partners == partner).count();
        assert!((0..partners).all(|partner| (1..=26).contains(&of(partner))));
    }
}

//! Where something stands: worked out from what partners say, and from who takes part.

use std::collections::BTreeSet;

use uuid::Uuid;

/// A version, as far as it matters for where that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Voted {
    pub(crate) number: i32,
    pub(crate) is_withdrawn: bool,
    /// Whether every partner once stood behind it.
    pub(crate) was_shared: bool,
    /// The partners that stand behind it now, also those that left.
    pub(crate) yes: BTreeSet<Uuid>,
}

/// Where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    /// The version that every partner stands behind.
    pub(crate) shared: Option<i32>,
    /// The version that waits for partners.
    pub(crate) open: Option<i32>,
}

impl Standing {
    /// Whether partners can say something of this version.
    pub(crate) fn can_be_answered(self, number: i32) -> bool {
        self.shared == Some(number) || self.open == Some(number)
    }
}

/// Where it stands with these versions and the partners that take part.
///
/// A version stays the shared one until a later one takes its place, or a partner stands behind it no more. So of two
/// versions that all agree to the later one counts, and one that was shared once is not gone back behind.
pub(crate) fn standing(versions: &[Voted], active: &BTreeSet<Uuid>) -> Standing {
    let is_complete = |of: &&Voted| active.len() >= 2 && active.is_subset(&of.yes);
    let standing = || versions.iter().filter(|of| !of.is_withdrawn);
    let newest = standing().max_by_key(|of| of.number);
    let once_shared = standing().filter(|of| of.was_shared).max_by_key(|of| of.number);
    let shared = newest.filter(is_complete).or(once_shared.filter(is_complete)).map(|of| of.number);
    let open = newest.map(|of| of.number).filter(|&number| shared != Some(number));
    Standing { shared, open }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn partner(number: u8) -> Uuid {
        Uuid::from_u128(number.into())
    }

    fn partners(numbers: &[u8]) -> BTreeSet<Uuid> {
        numbers.iter().copied().map(partner).collect()
    }

    fn version(number: i32, yes: &[u8]) -> Voted {
        Voted { number, is_withdrawn: false, was_shared: false, yes: partners(yes) }
    }

    fn shared_once(number: i32, yes: &[u8]) -> Voted {
        Voted { was_shared: true, ..version(number, yes) }
    }

    fn of(versions: &[Voted], active: &[u8]) -> (Option<i32>, Option<i32>) {
        let Standing { shared, open } = standing(versions, &partners(active));
        (shared, open)
    }

    #[test]
    fn it_is_shared_when_every_partner_says_yes_and_there_are_two_at_least() {
        assert_eq!(of(&[], &[1, 2]), (None, None));
        assert_eq!(of(&[version(1, &[1])], &[1, 2]), (None, Some(1)));
        assert_eq!(of(&[version(1, &[1, 2])], &[1, 2]), (Some(1), None));
        assert_eq!(of(&[version(1, &[1])], &[1]), (None, Some(1)));
        assert_eq!(of(&[version(1, &[])], &[]), (None, Some(1)));
    }

    #[test]
    fn who_comes_is_asked_and_who_left_counts_no_more() {
        let version = [shared_once(1, &[1, 2])];
        assert_eq!(of(&version, &[1, 2, 3]), (None, Some(1)));
        assert_eq!(of(&version, &[1]), (None, Some(1)));
        assert_eq!(of(&[shared_once(1, &[1, 2, 3])], &[1, 3]), (Some(1), None));
    }

    #[test]
    fn a_shared_version_stays_it_while_the_next_one_is_open() {
        let both = [shared_once(1, &[1, 2]), version(2, &[1])];
        assert_eq!(of(&both, &[1, 2]), (Some(1), Some(2)));
        assert_eq!(of(&[both[0].clone(), version(2, &[1, 2])], &[1, 2]), (Some(2), None));
    }

    #[test]
    fn nobody_goes_back_behind_what_was_shared() {
        let taken_back = [shared_once(1, &[1, 2]), shared_once(2, &[1])];
        assert_eq!(of(&taken_back, &[1, 2]), (None, Some(2)));
        let never_shared = [version(1, &[1, 2]), version(2, &[1])];
        assert_eq!(of(&never_shared, &[1, 2]), (None, Some(2)));
    }

    #[test]
    fn what_was_withdrawn_is_as_if_it_had_not_been_there() {
        let withdrawn = Voted { is_withdrawn: true, ..version(2, &[1, 2]) };
        assert_eq!(of(&[shared_once(1, &[1, 2]), withdrawn], &[1, 2]), (Some(1), None));
    }

    fn any_version(number: i32) -> impl Strategy<Value = Voted> {
        (any::<bool>(), any::<bool>(), prop::collection::btree_set((1..5_u8).prop_map(partner), 0..5))
            .prop_map(move |(is_withdrawn, was_shared, yes)| Voted { number, is_withdrawn, was_shared, yes })
    }

    proptest! {
        #[test]
        fn whatever_was_said_nothing_is_shared_that_a_partner_did_not_say_yes_to(
            versions in (any_version(1), any_version(2), any_version(3)),
            active in prop::collection::btree_set((1..5_u8).prop_map(partner), 0..5),
        ) {
            let versions = [versions.0, versions.1, versions.2];
            let Standing { shared, open } = standing(&versions, &active);
            let find = |number: i32| &versions[usize::try_from(number).unwrap() - 1];
            if let Some(shared) = shared {
                prop_assert!(active.len() >= 2 && active.is_subset(&find(shared).yes));
                prop_assert!(!find(shared).is_withdrawn);
            }
            prop_assert!(shared.is_none() || open.is_none() || shared < open);
        }
    }
}

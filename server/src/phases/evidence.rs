//! Evidence: what really happened, held against what belongs to a phase.

/// What happened in a partnership, as far as phases ask for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own, and nobody passes them around")]
pub(super) struct Happened {
    /// The challenge is described.
    pub(super) has_challenge: bool,
    /// How many organisations were asked to take part, beside the one that began it.
    pub(super) invited: usize,
    /// How many partners take part.
    pub(super) partners: usize,
    /// How many of them said how urgent it is.
    pub(super) with_urgency: usize,
    /// Of how many somebody lets everybody see what they want with it.
    pub(super) with_ambition: usize,
    /// Of how many somebody lets everybody see what they value.
    pub(super) with_value: usize,
    /// How many common values are named, and how many partners say of each how strongly they hold it.
    pub(super) common_values: usize,
    pub(super) weighing: usize,
    /// A version of the ambition was put before the partners, and not taken back.
    pub(super) has_version: bool,
    /// Every partner stands behind one.
    pub(super) is_shared: bool,
    /// How many blocks of the business model have a card with words.
    pub(super) blocks: usize,
    /// How many roles are described, and how many of them have all the people they need.
    pub(super) roles: usize,
    pub(super) filled_roles: usize,
    /// How many full scans were reported.
    pub(super) scans: usize,
    /// How many improvement points are worked on.
    pub(super) improvements: usize,
    /// How many successes were put down.
    pub(super) successes: usize,
    /// There is a look ahead at ten years.
    pub(super) has_horizon: bool,
}

/// How far something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Met {
    pub(super) is_met: bool,
    /// Of how many how many are there, where that says more.
    pub(super) count: Option<(usize, usize)>,
}

/// How many blocks a business model has.
const BLOCKS: usize = 9;

impl Happened {
    /// Whether something that belongs to a phase is there; nothing when the product has no room for it yet.
    pub(super) fn meets(&self, id: &str) -> Option<Met> {
        let met = match id {
            "signal.challenge" => Met::if_so(self.has_challenge),
            "signal.partners" => Met::of(self.invited, 2),
            "signal.urgency" => self.of_partners(self.with_urgency),
            "acquaint.ambitions" => self.of_partners(self.with_ambition),
            "acquaint.values" => self.of_partners(self.with_value),
            "share_ambition.values" => {
                let weighing = self.of_partners(self.weighing);
                Met { is_met: weighing.is_met && self.common_values > 0, ..weighing }
            }
            "share_ambition.text" => Met::if_so(self.has_version),
            "share_ambition.endorsed" => Met::if_so(self.is_shared),
            "agree.canvas" => Met::of(self.blocks, BLOCKS),
            "agree.roles" => {
                let is_met = self.roles > 0 && self.filled_roles == self.roles;
                Met { is_met, count: Some((self.filled_roles, self.roles)) }
            }
            "realise.scan" => Met::if_so(self.scans > 0),
            "realise.improvements" => Met::if_so(self.improvements > 0),
            "realise.success" => Met::if_so(self.successes > 0),
            "sustain.horizon" => Met::if_so(self.has_horizon),
            _ => return None,
        };
        Some(met)
    }

    /// Something that each partner is asked for.
    fn of_partners(&self, there: usize) -> Met {
        let is_met = self.partners > 0 && there >= self.partners;
        Met { is_met, count: Some((there, self.partners)) }
    }
}

impl Met {
    fn if_so(is_met: bool) -> Self {
        Self { is_met, count: None }
    }

    fn of(there: usize, needed: usize) -> Self {
        Self { is_met: there >= needed, count: Some((there.min(needed), needed)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phases::phase::Phase;

    #[test]
    fn nothing_is_met_where_nothing_happened() {
        let nothing = Happened::default();
        let all = Phase::ALL.into_iter().flat_map(Phase::belongs);
        let met: Vec<_> = all.filter(|of| nothing.meets(of.id).is_some_and(|met| met.is_met)).collect();
        assert!(met.is_empty(), "{met:?}");
    }

    #[test]
    fn what_each_partner_is_asked_for_is_met_when_each_did() {
        let happened = |with_urgency| Happened { partners: 3, with_urgency, ..Happened::default() };
        let urgency = |there| happened(there).meets("signal.urgency");
        assert_eq!(urgency(2), Some(Met { is_met: false, count: Some((2, 3)) }));
        assert_eq!(urgency(3), Some(Met { is_met: true, count: Some((3, 3)) }));
    }

    #[test]
    fn roles_are_filled_when_there_are_some_and_each_has_whom_it_needs() {
        let roles = |filled_roles, roles| Happened { roles, filled_roles, ..Happened::default() };
        let met = |of: Happened| of.meets("agree.roles").is_some_and(|met| met.is_met);
        assert!(!met(roles(0, 0)) && !met(roles(1, 2)) && met(roles(2, 2)));
    }

    #[test]
    fn what_has_no_room_yet_says_so() {
        assert_eq!(Happened::default().meets("agree.goals"), None);
    }
}

//! How an assignment goes from state to state.

use crate::access::Action;
use crate::entity::assignment::State;
use crate::notifications::Kind;

/// What somebody does about an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The person takes the role on.
    Accept,
    /// The person says no.
    Decline,
    /// The person gives the role back.
    HandBack,
    /// A lead takes the question back.
    Withdraw,
}

impl Step {
    /// What it makes of an assignment.
    pub(super) fn leads_to(self) -> State {
        match self {
            Self::Accept => State::Accepted,
            Self::Decline => State::Declined,
            Self::HandBack => State::Ended,
            Self::Withdraw => State::Withdrawn,
        }
    }

    /// Whether it can be done from this state.
    pub(super) fn starts_from(self, state: State) -> bool {
        match self {
            Self::Accept | Self::Decline | Self::Withdraw => state == State::Proposed,
            Self::HandBack => state == State::Accepted,
        }
    }

    /// What somebody must be allowed for it, besides that it is theirs. Whoever has a role may always let it go.
    pub(super) fn needs(self) -> Option<Action> {
        match self {
            Self::Accept => Some(Action::TakeRoles),
            Self::Withdraw => Some(Action::ProposeAssignments),
            Self::Decline | Self::HandBack => None,
        }
    }

    /// What it is called on record and among the events.
    pub(super) fn deed(self) -> &'static str {
        match self {
            Self::Accept => "assignment.accepted",
            Self::Decline => "assignment.declined",
            Self::HandBack => "assignment.ended",
            Self::Withdraw => "assignment.withdrawn",
        }
    }

    /// What the other one is told of.
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Accept => Kind::RoleAccepted,
            Self::Decline => Kind::RoleDeclined,
            Self::HandBack => Kind::RoleHandedBack,
            Self::Withdraw => Kind::RoleWithdrawn,
        }
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::Iterable as _;

    use super::*;

    const STEPS: [Step; 4] = [Step::Accept, Step::Decline, Step::HandBack, Step::Withdraw];

    #[test]
    fn what_was_declined_withdrawn_or_given_back_is_over() {
        for state in [State::Declined, State::Withdrawn, State::Ended] {
            assert!(STEPS.iter().all(|step| !step.starts_from(state)), "{state:?}");
        }
    }

    #[test]
    fn only_what_was_accepted_is_given_back_and_only_what_is_open_is_answered() {
        let from = |step: Step| State::iter().filter(|&state| step.starts_from(state)).collect::<Vec<_>>();
        assert_eq!(
            STEPS.map(from),
            [vec![State::Proposed], vec![State::Proposed], vec![State::Accepted], vec![State::Proposed]]
        );
    }
}

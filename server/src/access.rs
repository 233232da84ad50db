//! Who may do what: every permission is decided here, from a role and an action, and nowhere else.

use sea_orm::{DeriveActiveEnum, EnumIter, prelude::StringLen};
use serde::Serialize;
use utoipa::ToSchema;

/// What somebody is in a partnership.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Guards the process; has no power over what others write.
    Lead,
    /// Acts for a partner.
    Member,
    /// Reads what is shared.
    Observer,
}

/// What can be done in a partnership.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter)]
pub enum Action {
    /// See the partnership, its partners and its people.
    ReadPartnership,
    /// See its boards and what is written on them.
    ReadBoards,
    /// Write on its boards, together with the others.
    WriteBoards,
    /// Say something about what stands on them.
    Comment,
    /// See what people and partners say of themselves: what they want, how they see it, what they value.
    SeeOneAnother,
    /// Say that for oneself, and for the partner that one acts for.
    SpeakForOneself,
    /// Take back what one said of oneself, and end links that one made.
    TakeBack,
    /// Put the ambition or the business model before the partners as it stands, and take that back.
    ProposeVersions,
    /// Say for one's partner whether it stands behind that, with its mandate.
    Endorse,
    /// Make links by which people outside read the ambition.
    ShareLinks,
    /// Propose people for roles, and take such a proposal back.
    ProposeAssignments,
    /// Take on a role that was proposed to oneself.
    TakeRoles,
    /// Change what it is called and what it is for.
    ChangePartnership,
    /// Move to another phase.
    ChangePhase,
    /// Ask organisations to take part, and take that back.
    InvitePartners,
    /// Ask people who act for no partner to read along or to guide, and send them away.
    InviteGuests,
    /// Make somebody a lead beside oneself or in one's place.
    AppointLeads,
    /// Plan rounds in which people look back, open and close them.
    RunScans,
    /// Answer in such a round.
    AnswerScans,
    /// See what came out of one, and what is done about it.
    ReadReports,
    /// Choose what is done better next, see to it, and end it.
    ChooseImprovements,
    /// Put down what went well, and what each partner did for it.
    RecordSuccesses,
    /// Ask the partners whether it is done, conclude what they agree to conclude, put it away, and reopen it.
    Conclude,
}

/// How far a partnership is in its life, as far as permissions go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It is worked on.
    Underway,
    /// It is done: everything stays as it is, to be read.
    Concluded,
}

/// Why somebody may not do something in a partnership that they are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// What they are in it does not permit it.
    #[error("their role does not permit it")]
    ByRole,
    /// Nobody may, because the partnership is concluded.
    #[error("the partnership is concluded")]
    Concluded,
}

/// Whether somebody in `role` may do `action` in their own partnership at this stage of it.
pub fn decide(role: Role, stage: Stage, action: Action) -> Result<(), Denied> {
    match stage {
        _ if !permits(role, action) => Err(Denied::ByRole),
        Stage::Concluded if !outlasts(action) => Err(Denied::Concluded),
        _ => Ok(()),
    }
}

/// Whether an action is still possible when a partnership is concluded.
fn outlasts(action: Action) -> bool {
    match action {
        Action::ReadPartnership
        | Action::ReadBoards
        | Action::ReadReports
        | Action::SeeOneAnother
        | Action::TakeBack
        | Action::AppointLeads
        | Action::Conclude => true,
        Action::WriteBoards
        | Action::SpeakForOneself
        | Action::ProposeVersions
        | Action::Endorse
        | Action::ShareLinks
        | Action::ProposeAssignments
        | Action::TakeRoles
        | Action::Comment
        | Action::ChangePartnership
        | Action::ChangePhase
        | Action::InvitePartners
        | Action::InviteGuests
        | Action::RunScans
        | Action::AnswerScans
        | Action::ChooseImprovements
        | Action::RecordSuccesses => false,
    }
}

/// Whether somebody in `role` may do `action` in their own partnership. In any other partnership nothing is
/// permitted, and it is not told that it exists.
pub fn permits(role: Role, action: Action) -> bool {
    match action {
        Action::ReadPartnership | Action::ReadBoards => true,
        Action::WriteBoards
        | Action::Comment
        | Action::SeeOneAnother
        | Action::SpeakForOneself
        | Action::TakeBack
        | Action::Endorse
        | Action::ShareLinks
        | Action::TakeRoles
        | Action::AnswerScans
        | Action::ReadReports
        | Action::ChooseImprovements
        | Action::RecordSuccesses => matches!(role, Role::Lead | Role::Member),
        Action::ProposeVersions
        | Action::ProposeAssignments
        | Action::ChangePartnership
        | Action::ChangePhase
        | Action::InvitePartners
        | Action::InviteGuests
        | Action::AppointLeads
        | Action::RunScans
        | Action::Conclude => role == Role::Lead,
    }
}

/// What somebody administers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter)]
pub enum Office {
    /// The installation: every organisation, and nothing of what is written in partnerships.
    Platform,
    /// The organisation in question, which is their own.
    OwnOrganisation,
}

/// What can be done with organisations and the accounts in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter)]
pub enum Task {
    /// See which organisations there are.
    ListOrganisations,
    /// Add one, rename it, confirm, suspend or resume it.
    RunOrganisations,
    /// See one organisation.
    ReadOrganisation,
    /// See, invite, change, deactivate and reactivate its accounts.
    RunAccounts,
    /// See who did what with the organisation and its accounts.
    ReadAudit,
    /// See who did what with the installation.
    ReadPlatformAudit,
}

/// Whether an office comes with a task. It never comes with anything that is written in a partnership.
pub fn entrusts(office: Office, task: Task) -> bool {
    match office {
        Office::Platform => true,
        Office::OwnOrganisation => matches!(task, Task::ReadOrganisation | Task::RunAccounts | Task::ReadAudit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable as _;

    #[test]
    fn an_observer_reads_everything_and_writes_nothing() {
        let allowed: Vec<_> = Action::iter().filter(|&action| permits(Role::Observer, action)).collect();
        assert_eq!(allowed, [Action::ReadPartnership, Action::ReadBoards]);
    }

    #[test]
    fn a_lead_guards_the_process_and_has_no_more_to_say_about_what_is_written() {
        let more: Vec<_> = Action::iter()
            .filter(|&action| permits(Role::Lead, action) && !permits(Role::Member, action))
            .collect();
        let process = [
            Action::ProposeVersions,
            Action::ProposeAssignments,
            Action::ChangePartnership,
            Action::ChangePhase,
            Action::InvitePartners,
            Action::InviteGuests,
            Action::AppointLeads,
            Action::RunScans,
            Action::Conclude,
        ];
        assert_eq!(more, process);
        assert!(Action::iter().all(|action| permits(Role::Lead, action)));
    }

    #[test]
    fn of_a_concluded_partnership_everything_can_be_read_and_taken_back_and_nothing_written() {
        let left = |role| {
            Action::iter().filter(|&action| decide(role, Stage::Concluded, action).is_ok()).collect::<Vec<_>>()
        };
        assert_eq!(
            left(Role::Member),
            [
                Action::ReadPartnership,
                Action::ReadBoards,
                Action::SeeOneAnother,
                Action::TakeBack,
                Action::ReadReports
            ]
        );
        assert_eq!(left(Role::Observer), [Action::ReadPartnership, Action::ReadBoards]);
        assert_eq!(
            left(Role::Lead),
            [
                Action::ReadPartnership,
                Action::ReadBoards,
                Action::SeeOneAnother,
                Action::TakeBack,
                Action::AppointLeads,
                Action::ReadReports,
                Action::Conclude
            ]
        );
        assert_eq!(decide(Role::Member, Stage::Concluded, Action::WriteBoards), Err(Denied::Concluded));
        assert_eq!(decide(Role::Observer, Stage::Concluded, Action::WriteBoards), Err(Denied::ByRole));
    }
}

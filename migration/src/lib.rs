//! The database's shape, in steps. A step that was released is never edited: a new one follows it.
//!
//! The steps know no entities, so that an entity may change without rewriting history.
#![allow(elided_lifetimes_in_paths, reason = "the trait's macro wants the lifetime left out, as the trait does")]

use sea_orm_migration::prelude::*;

pub use sea_orm_migration::MigratorTrait;

mod m0001_accounts;
mod m0002_partnerships;
mod m0003_boards;
mod m0004_checkpoints;
mod m0005_projections;
mod m0006_events;
mod m0007_turns_of_projections;
mod m0008_administration;
mod m0009_audit;
mod m0010_organisations;
mod m0011_taking_part;
mod m0012_assignments;
mod m0013_visits;
mod m0014_comments;
mod m0015_notifications;
mod m0016_conclusions;
mod m0017_scans;
mod m0018_one_open_round;
mod m0019_improvements;
mod m0020_conversations;
mod m0021_ambition_versions;
mod m0022_own_words;
mod m0023_values;
mod m0024_own_values;
mod m0025_share_links;
mod m0026_phases;
mod m0027_profiles;
mod m0028_role_wishes;
mod m0029_contributions;
mod m0030_room_to_move;
mod m0031_ledger;
mod m0032_versions;
mod m0033_brainstorms;
mod m0034_card_links;
mod m0035_canvases;
mod m0036_guest_remarks;
mod m0037_lines_sent_once;

/// Runs every step that a database has not had yet.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_accounts::Migration),
            Box::new(m0002_partnerships::Migration),
            Box::new(m0003_boards::Migration),
            Box::new(m0004_checkpoints::Migration),
            Box::new(m0005_projections::Migration),
            Box::new(m0006_events::Migration),
            Box::new(m0007_turns_of_projections::Migration),
            Box::new(m0008_administration::Migration),
            Box::new(m0009_audit::Migration),
            Box::new(m0010_organisations::Migration),
            Box::new(m0011_taking_part::Migration),
            Box::new(m0012_assignments::Migration),
            Box::new(m0013_visits::Migration),
            Box::new(m0014_comments::Migration),
            Box::new(m0015_notifications::Migration),
            Box::new(m0016_conclusions::Migration),
            Box::new(m0017_scans::Migration),
            Box::new(m0018_one_open_round::Migration),
            Box::new(m0019_improvements::Migration),
            Box::new(m0020_conversations::Migration),
            Box::new(m0021_ambition_versions::Migration),
            Box::new(m0022_own_words::Migration),
            Box::new(m0023_values::Migration),
            Box::new(m0024_own_values::Migration),
            Box::new(m0025_share_links::Migration),
            Box::new(m0026_phases::Migration),
            Box::new(m0027_profiles::Migration),
            Box::new(m0028_role_wishes::Migration),
            Box::new(m0029_contributions::Migration),
            Box::new(m0030_room_to_move::Migration),
            Box::new(m0031_ledger::Migration),
            Box::new(m0032_versions::Migration),
            Box::new(m0033_brainstorms::Migration),
            Box::new(m0034_card_links::Migration),
            Box::new(m0035_canvases::Migration),
            Box::new(m0036_guest_remarks::Migration),
            Box::new(m0037_lines_sent_once::Migration),
        ]
    }
}

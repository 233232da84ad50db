//! The tables, one file each. They live together because their relations point both ways; what they mean is said in
//! the features.
#![allow(missing_docs, reason = "columns are named after the glossary; the macro's own items carry no docs")]

pub mod account;
pub mod account_link;
pub mod ambition;
pub mod assignment;
pub mod audit_chain;
pub mod audit_entry;
pub mod audit_origin;
pub mod bin_item;
pub mod board;
pub mod board_snapshot;
pub mod board_update;
pub mod brainstorm;
pub mod brainstorm_card;
pub mod brainstorm_done;
pub mod card;
pub mod card_link;
pub mod circle;
pub mod comment;
pub mod comment_mention;
pub mod comment_thread;
pub mod common_value;
pub mod conclusion;
pub mod conclusion_decision;
pub mod contribution;
pub mod conversation;
pub mod endorsement;
pub mod event;
pub mod event_stream;
pub mod guest_remark;
pub mod horizon_review;
pub mod improvement;
pub mod individual_ambition;
pub mod ledger;
pub mod ledger_line;
pub mod ledger_share;
pub mod live_ticket;
pub mod membership;
pub mod membership_invitation;
pub mod notification;
pub mod notification_choice;
pub mod organisation;
pub mod outgoing_mail;
pub mod overlap;
pub mod own_value;
pub mod partner;
pub mod partner_view;
pub mod partnership;
pub mod phase_move;
pub mod phase_readiness;
pub mod profile_part;
pub mod projection;
pub mod recognition;
pub mod refresh_token;
pub mod role;
pub mod role_capacity;
pub mod role_wish;
pub mod room_reading;
pub mod room_to_move;
pub mod room_voice;
pub mod scan_ballot_used;
pub mod scan_invitation;
pub mod scan_report;
pub mod scan_response;
pub mod scan_round;
pub mod scan_voice;
pub mod session;
pub mod setup_token;
pub mod share_link;
pub mod shared_with;
pub mod sign_in_failure;
pub mod signing_key;
pub mod success;
pub mod success_part;
pub mod tension_check;
pub mod value_strength;
pub mod version;
pub mod version_words;
pub mod visit;

/// What a name is found and sorted by: databases disagree on case, so the key says what is the same.
pub fn name_key(name: &str) -> String {
    name.to_lowercase()
}

//! Versions of what partners stand behind together, and what each partner says of each.
//!
//! A lead puts something before the partners as it stood at one moment: whatever is written meanwhile is not in the version
//! and changes it not. Of each subject one version at a time is *open*. Somebody with the mandate of a partner says for it
//! *yes*, *yes, with a wish* or *not yet*, and takes that back whenever they like.
//!
//! A version is *shared* when there are two partners or more and each says yes to it. That is worked out from what they
//! say and from who takes part whenever somebody asks ([`crate::endorsement`]); no request sets it.
//!
//! What a version consists of is the business of the feature whose it is: here it is a text with its hash.

mod api;
mod endorsing;
mod error;
mod proposing;
mod reading;
mod store;
mod telling;
mod waiting;

pub(crate) use self::api::{Draft, Said, VersionSummary, VersionsStanding};
pub(crate) use self::endorsing::{endorse, reconsider};
pub(crate) use self::error::VersionError;
pub(crate) use self::proposing::{Frozen, propose, withdraw};
pub(crate) use self::reading::{hash, put_before_partners, standing, state, version};
pub(crate) use self::waiting::{WaitingVersion, versions_waiting_for};

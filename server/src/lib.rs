//! Samenspel: partners at a distance write their shared ambition, business model and roles together, and nothing that
//! anybody saw is ever lost.
//!
//! Imports point one way: `main → server → routes → features → app → { entity, realtime } → { access, error, config,
//! ids, clock }`. A test holds it.

pub mod access;
pub mod accounts;
mod ambition;
pub mod app;
mod assignments;
pub mod audit;
pub mod boards;
mod brainstorms;
mod business_model;
pub mod clock;
mod comments;
pub mod config;
mod contributions;
pub mod database;
mod demo;
mod endorsement;
pub mod entity;
pub mod error;
mod files;
mod founding;
mod health;
mod home;
mod idempotency;
pub mod ids;
mod installation;
pub mod ledger;
mod leeway;
mod links;
pub mod mail;
pub mod matching;
mod metrics;
pub mod notifications;
pub mod openapi;
mod openapi_page;
mod organisations;
pub mod partnerships;
mod phases;
mod precondition;
mod profiles;
mod prose;
pub mod realtime;
mod remarks;
mod routes;
mod scans;
pub mod server;
mod share_links;
mod suggestions;
mod tables;
pub mod telemetry;
mod values;
mod versions;
mod web;

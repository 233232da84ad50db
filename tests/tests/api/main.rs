//! The server as its clients know it: over HTTP and WebSocket, on SQLite and on PostgreSQL.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed expectation is a failed test")]
#![allow(clippy::print_stdout, reason = "what was measured is worth its figures")]

mod accounts;
mod ambition;
mod assignments;
mod bin;
mod brainstorms;
mod business_model;
mod canvases;
mod comments;
mod contributions;
mod damage;
mod database;
mod demo;
mod edits;
mod events;
mod export;
mod first_admin;
mod health;
mod history;
mod home;
mod import;
mod ledger;
mod leeway;
mod links;
mod live;
mod matrix;
mod news;
mod notifications;
mod openapi;
mod organisations;
mod partnerships;
mod phases;
mod problems;
mod profiles;
mod projections;
mod remarks;
mod restoring;
mod scans;
mod sessions;
mod taking_part;
mod threats;
mod values;
mod web;

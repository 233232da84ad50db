//! What an operator decides, read once from the environment. All mistakes are reported together.

use std::fmt;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs as _};
use std::path::PathBuf;

use sha2::{Digest as _, Sha256};
use url::Url;

/// The configuration, every value of it valid.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the server listens.
    pub listen: SocketAddr,
    /// `sqlite:PATH` or `postgres://…`.
    pub database_url: String,
    /// The address people type, without a path.
    pub public_url: PublicUrl,
    /// How log lines look.
    pub log_format: LogFormat,
    /// How mail leaves.
    pub mail: Mail,
    /// What stands before us and is believed about whom it asks for.
    pub proxies: Vec<IpAddr>,
    /// What lets a program on another machine read the figures; without it none may.
    pub metrics_token: Option<MetricsToken>,
}

/// How mail leaves.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Whom it is from: `Name <address>`, or an address alone.
    pub from: String,
    /// Where it goes.
    pub delivery: Delivery,
}

/// Where mail goes.
#[derive(Clone)]
pub enum Delivery {
    /// To a mail server: `smtps://user:password@host`, or `smtp://host:587?tls=required`.
    Smtp(Url),
    /// Into a folder, a file each.
    Folder(PathBuf),
}

impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // The address may hold a password.
            Self::Smtp(url) => f.debug_tuple("Smtp").field(&url.host_str()).finish(),
            Self::Folder(folder) => f.debug_tuple("Folder").field(folder).finish(),
        }
    }
}

/// A token that the operator chose, kept as its hash: nothing here can print it.
#[derive(Clone, PartialEq, Eq)]
pub struct MetricsToken([u8; 32]);

impl MetricsToken {
    /// Whether `shown` is it. Hashes are compared, so how long that takes says nothing about the token.
    pub fn is(&self, shown: &str) -> bool {
        self.0 == <[u8; 32]>::from(Sha256::digest(shown))
    }
}

impl fmt::Debug for MetricsToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MetricsToken")
    }
}

/// The shortest token that lets somebody read the figures, in bytes.
const SHORTEST_TOKEN: usize = 24;

/// Log lines for a person or for a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// One readable line an event.
    Text,
    /// One JSON object an event.
    Json,
}

/// The address people type to reach the product: scheme, host and port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(Url);

impl PublicUrl {
    fn parse(text: &str) -> Result<Self, String> {
        let url = Url::parse(text).map_err(|error| format!("is not an address: {error}"))?;
        match url.scheme() {
            "http" | "https" if url.has_host() => {}
            _ => return Err("must start with http:// or https:// and name a host".into()),
        }
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return Err("must be scheme, host and port only, without a path".into());
        }
        Ok(Self(url))
    }

    /// What a browser sends as `Origin` from our pages.
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }

    /// Whether cookies can be `Secure`.
    pub fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// Whether only this machine can reach it, which is where a demo with known passwords may run.
    pub fn is_local(&self) -> bool {
        match self.0.host() {
            Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(url::Host::Ipv4(address)) => address.is_loopback(),
            Some(url::Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        }
    }

    /// The name or number of the machine.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or("localhost")
    }

    /// The address of a page; `path` starts with a slash.
    pub fn page(&self, path: &str) -> String {
        format!("{}{path}", self.origin())
    }
}

/// One value in the environment that cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistake {
    variable: &'static str,
    problem: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.variable, self.problem)
    }
}

impl Config {
    /// Reads the process's environment.
    ///
    /// # Errors
    /// Every mistake in it, not only the first.
    pub fn from_environment() -> Result<Self, Vec<Mistake>> {
        #[allow(clippy::disallowed_methods, reason = "this is the room that may ask")]
        Self::from_variables(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    }

    /// Reads the variables that `lookup` knows.
    ///
    /// # Errors
    /// Every mistake in them, not only the first.
    pub fn from_variables(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, Vec<Mistake>> {
        let mut mistakes = Vec::new();
        let listen = read(&lookup, "SAMENSPEL_LISTEN", "127.0.0.1:8080", &mut mistakes, parse_listen);
        let database_url = read(
            &lookup,
            "SAMENSPEL_DATABASE_URL",
            "sqlite:./data/samenspel.db",
            &mut mistakes,
            parse_database_url,
        );
        let public_url =
            read(&lookup, "SAMENSPEL_PUBLIC_URL", "http://localhost:8080", &mut mistakes, PublicUrl::parse);
        let log_format = read(&lookup, "SAMENSPEL_LOG_FORMAT", "text", &mut mistakes, parse_log_format);
        let metrics_token = read(&lookup, "SAMENSPEL_METRICS_TOKEN", "", &mut mistakes, parse_metrics_token);
        let smtp = read(&lookup, "SAMENSPEL_SMTP_URL", "", &mut mistakes, parse_smtp_url);
        let folder = read(&lookup, "SAMENSPEL_MAIL_FOLDER", "./data/mail", &mut mistakes, |text| Ok(text.into()));
        let from = read(&lookup, "SAMENSPEL_MAIL_FROM", "", &mut mistakes, parse_from);
        let proxies = read(&lookup, "SAMENSPEL_PROXIES", "127.0.0.1,::1", &mut mistakes, parse_proxies);
        let config = (|| {
            let public_url = public_url?;
            let from = from?.unwrap_or_else(|| format!("Samenspel <noreply@{}>", public_url.host()));
            let folder = Delivery::Folder(folder?);
            Some(Self {
                listen: listen?,
                database_url: database_url?,
                log_format: log_format?,
                mail: Mail { from, delivery: smtp?.map_or(folder, Delivery::Smtp) },
                proxies: proxies?,
                metrics_token: metrics_token?,
                public_url,
            })
        })();
        config.filter(|_| mistakes.is_empty()).ok_or(mistakes)
    }
}

fn read<T>(
    lookup: &impl Fn(&str) -> Option<String>,
    variable: &'static str,
    default: &str,
    mistakes: &mut Vec<Mistake>,
    parse: impl Fn(&str) -> Result<T, String>,
) -> Option<T> {
    let text = lookup(variable);
    match parse(text.as_deref().unwrap_or(default)) {
        Ok(value) => Some(value),
        Err(problem) => {
            mistakes.push(Mistake { variable, problem });
            None
        }
    }
}

fn parse_listen(text: &str) -> Result<SocketAddr, String> {
    text.to_socket_addrs()
        .ok()
        .and_then(|mut addresses| addresses.next())
        .ok_or_else(|| format!("must be an address and a port such as 127.0.0.1:8080, not {text:?}"))
}

fn parse_database_url(text: &str) -> Result<String, String> {
    let known = ["sqlite:", "postgres://", "postgresql://"];
    if known.iter().any(|scheme| text.starts_with(scheme)) {
        Ok(text.to_owned())
    } else {
        // The value may hold a password, so it is not repeated.
        Err("must start with sqlite: or postgres://".into())
    }
}

fn parse_log_format(text: &str) -> Result<LogFormat, String> {
    match text {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        other => Err(format!("must be text or json, not {other:?}")),
    }
}

fn parse_smtp_url(text: &str) -> Result<Option<Url>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    // The value may hold a password, so it is not repeated.
    match Url::parse(text) {
        Ok(url) if ["smtp", "smtps"].contains(&url.scheme()) && url.has_host() => Ok(Some(url)),
        _ => Err("must look like smtps://user:password@host or smtp://host:587?tls=required".into()),
    }
}

fn parse_from(text: &str) -> Result<Option<String>, String> {
    match text {
        "" => Ok(None),
        text if text.parse::<lettre::message::Mailbox>().is_ok() => Ok(Some(text.to_owned())),
        text => Err(format!("must be an address such as Samenspel <mail@samenspel.example>, not {text:?}")),
    }
}

fn parse_proxies(text: &str) -> Result<Vec<IpAddr>, String> {
    let addresses = text.split(',').map(str::trim).filter(|address| !address.is_empty());
    let addresses = addresses.map(|address| {
        let parsed = address.parse::<IpAddr>().map(|address| address.to_canonical());
        parsed.map_err(|_| format!("must be addresses with commas between them; {address:?} is none"))
    });
    addresses.collect()
}

/// Whoever may ask may guess as often as they like, so it has to be long.
fn parse_metrics_token(text: &str) -> Result<Option<MetricsToken>, String> {
    match text.trim() {
        "" => Ok(None),
        token if token.len() < SHORTEST_TOKEN => Err(format!("must have {SHORTEST_TOKEN} characters at least")),
        token => Ok(Some(MetricsToken(Sha256::digest(token).into()))),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    fn config(variables: &[(&str, &str)]) -> Result<Config, Vec<Mistake>> {
        Config::from_variables(|name| {
            variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn nothing_configured_means_a_local_server_on_sqlite() {
        let config = config(&[]).unwrap();
        assert_eq!(config.database_url, "sqlite:./data/samenspel.db");
        assert_eq!(config.public_url.origin(), "http://localhost:8080");
        assert!(config.public_url.is_local());
    }

    #[test]
    fn all_mistakes_are_reported_together_and_no_password_is_repeated() {
        let mistakes = config(&[
            ("SAMENSPEL_LISTEN", "everywhere"),
            ("SAMENSPEL_DATABASE_URL", "mysql://me:geheim@db"),
            ("SAMENSPEL_PUBLIC_URL", "https://samen.example/path"),
            ("SAMENSPEL_LOG_FORMAT", "xml"),
            ("SAMENSPEL_METRICS_TOKEN", "geheim"),
        ])
        .unwrap_err();
        let text: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        assert_eq!(text.len(), 5, "{text:?}");
        assert!(!text.join(" ").contains("geheim"));
    }

    #[test]
    fn a_token_is_kept_as_a_hash_that_nothing_prints() {
        let token = "a-token-of-more-than-24-characters";
        let config = config(&[("SAMENSPEL_METRICS_TOKEN", token)]).unwrap();
        assert!(!format!("{config:?}").contains(token));
        let kept = config.metrics_token.unwrap();
        assert!(kept.is(token) && !kept.is("another"));
    }

    #[test]
    fn a_public_name_is_not_local() {
        for (address, local) in [
            ("https://samenspel.example", false),
            ("http://127.0.0.1:9000", true),
            ("http://[::1]:80", true),
            ("http://localhost.evil.example", false),
            ("http://demo.localhost", true),
        ] {
            assert_eq!(PublicUrl::parse(address).unwrap().is_local(), local, "{address}");
        }
    }
}

# The web app, then the server with the web app in it, then nothing but the server.

FROM node:20-bookworm-slim AS web
WORKDIR /build/web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN npm ci
# The editor is built from the same vocabulary as the server.
COPY server/src/boards/vocabulary.json /build/server/src/boards/
COPY web ./
RUN npm run build

FROM rust:1.95.0-bookworm AS server
# The image has this toolchain; without this, rustup would fetch what rust-toolchain.toml adds for developers.
ENV RUSTUP_TOOLCHAIN=1.95.0
WORKDIR /build
COPY Cargo.toml Cargo.lock ./
COPY migration migration
# A member of the workspace; it is not built.
COPY tests tests
COPY server server
COPY --from=web /build/web/dist web/dist
RUN cargo build --release --locked --bin samenspel

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --user-group --home-dir /data --create-home samenspel
COPY LICENSE NOTICE /usr/share/doc/samenspel/
COPY --from=server /build/target/release/samenspel /usr/local/bin/samenspel
USER 10001:10001
WORKDIR /data
ENV SAMENSPEL_LISTEN=0.0.0.0:8080 \
    SAMENSPEL_DATABASE_URL=sqlite:/data/samenspel.db
VOLUME /data
EXPOSE 8080
# bash opens the connection itself, so that the image needs no client for it.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '^HTTP/1.. 200' <&3"]
ENTRYPOINT ["samenspel"]
CMD ["serve"]

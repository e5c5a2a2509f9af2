# Dudao in a container. "docker build -t dudao ." makes it; docs/install.md says how to run it, compose.yaml runs all that belongs to it.
#
#   docker run --rm --read-only --tmpfs /tmp -v /srv/inbox:/inbox:ro -v dudao:/data dudao nightly --inbox /inbox
#   docker run --rm --read-only --tmpfs /tmp -v dudao:/data dudao findings --lang zh

# A mirror, with its slash: --build-arg REGISTRY=mirror.example/library/
ARG REGISTRY=

# The program is built from the sources here. The tests ran where it was committed.
FROM ${REGISTRY}maven:3.9.16-eclipse-temurin-25-noble AS build
WORKDIR /src
COPY .mvn .mvn
COPY pom.xml ./
# The schemas that editors use are in the program too.
COPY jobs/schema jobs/schema
COPY src/main src/main
# Unpacked, the program starts sooner, and its libraries stay the same layer from version to version.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -Dmaven.test.skip=true -Djacoco.skip=true package \
    && java -Djarmode=tools -jar target/dudao.jar extract --destination app

# To run it, no compiler and no sources are needed.
FROM ${REGISTRY}eclipse-temurin:25.0.3_9-jre-noble
# Names are Chinese, so text is UTF-8; the heap is a share of what the container may use. The log
# of "serve" goes to standard output alone: instances share /data.
ENV LANG=C.UTF-8 \
    LC_ALL=C.UTF-8 \
    DUDAO_HOME=/data \
    DUDAO_ADDRESS=0.0.0.0 \
    DUDAO_SERVE_LOG="" \
    DUDAO_JAVA_OPTS=-XX:MaxRAMPercentage=70
# Fixed numbers, so that the owner of a mounted /data can be set from outside.
RUN groupadd --gid 10001 dudao \
    && useradd --uid 10001 --gid dudao --no-create-home --home-dir /data --shell /usr/sbin/nologin dudao \
    && install -d -o dudao -g dudao /data
WORKDIR /opt/dudao
COPY --from=build /src/app app
COPY LICENSE dudao ./
COPY jobs jobs
# The archive of classes fits one JVM, this one. The launcher makes it as it will use it: the same options, the same paths.
RUN DUDAO_HOME=/tmp/training \
    DUDAO_JAVA_OPTS="-XX:ArchiveClassesAtExit=/opt/dudao/app/classes.jsa -Dspring.context.exit=onRefresh" \
    ./dudao serve --inbox /tmp \
    && rm -rf /tmp/training /tmp/hsperfdata_root
# A number, so that Kubernetes sees that it is not root. Nothing is written but to /data and /tmp.
USER 10001:10001
VOLUME /data
EXPOSE 8081
# For "serve"; what runs once and ends needs none (--no-healthcheck). There is no curl in the image.
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${DUDAO_PORT:-8081} && printf 'GET /actuator/health/liveness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
# The launcher replaces itself by Java, so a stop signal reaches the program.
ENTRYPOINT ["/opt/dudao/dudao"]
CMD ["serve", "--inbox", "/inbox"]

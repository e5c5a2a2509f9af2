# syntax=docker/dockerfile:1
# Dudao in a container:
#
#   docker build -t dudao .
#   docker run --rm -v /srv/inbox:/inbox:ro -v dudao:/data dudao
#   docker run --rm -v dudao:/data dudao findings --lang zh
#
# For MySQL or MariaDB add -e DUDAO_DB_URL=… -e DUDAO_DB_USER=… -e DUDAO_DB_PASSWORD=…; /data then holds archive, outbox and log.

# The program is built from the sources here. The tests ran where it was committed.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
# The schemas that editors use are in the program too.
COPY jobs/schema jobs/schema
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -q -DskipTests -Dmaven.test.skip=true -Djacoco.skip=true package

# To run it, no compiler and no sources are needed.
FROM eclipse-temurin:25-jre
# Fixed numbers, so that the owner of a mounted /data can be set from outside.
RUN groupadd --gid 10001 dudao \
    && useradd --uid 10001 --gid dudao --no-create-home --home-dir /data --shell /usr/sbin/nologin dudao \
    && install -d -o dudao -g dudao /data
WORKDIR /opt/dudao
COPY LICENSE dudao ./
COPY jobs jobs
COPY --from=build /src/target/dudao.jar ./
# Names are Chinese, so text is UTF-8; the heap is a share of what the container may use.
ENV LANG=C.UTF-8 \
    DUDAO_HOME=/data \
    DUDAO_JAVA_OPTS=-XX:MaxRAMPercentage=70
USER dudao
VOLUME /data
# The launcher replaces itself by Java, so a stop signal reaches the program.
ENTRYPOINT ["/opt/dudao/dudao"]
CMD ["nightly", "--inbox", "/inbox"]

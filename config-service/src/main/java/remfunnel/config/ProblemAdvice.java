package remfunnel.config;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import remfunnel.config.audit.UndecodableException;
import remfunnel.config.export.SnapshotLostException;
import remfunnel.config.export.SnapshotsBusyException;
import remfunnel.schemas.RegistryUnavailableException;

/** A dependency that is away is said plainly, without what it was doing. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOGGER = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> lost(SnapshotLostException lost, HttpServletRequest request) {
        LOGGER.atWarn().setCause(lost).log("A topic was compacted while it was read");
        return new Answers(request)
                .refused(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "COMPACTED",
                        "The topic was compacted while it was read: ask again.",
                        "Топик был сжат во время чтения: повторите запрос.");
    }

    @ExceptionHandler
    ResponseEntity<Object> busy(SnapshotsBusyException busy, HttpServletRequest request) {
        LOGGER.atInfo().log("An export or a recount was put off: others are being prepared");
        var refused = new Answers(request)
                .refused(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "BUSY",
                        "Other exports or recounts are being prepared, one at a time: ask again in half a minute.",
                        "Готовятся другие выгрузки или пересчёты, по одной за раз: повторите через полминуты.");
        return ResponseEntity.status(refused.getStatusCode())
                .headers(refused.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "30")
                .body(refused.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Object> undecodable(UndecodableException garbage, HttpServletRequest request) {
        LOGGER.atError().setCause(garbage).log("Totals cannot be recounted");
        return new Answers(request)
                .refused(
                        HttpStatus.BAD_GATEWAY,
                        "UNDECODABLE",
                        "%d records of %s cannot be decoded, so nothing can be said of the totals. Does the schema registry have all its"
                                        .formatted(garbage.records(), garbage.topic())
                                + " schemas? The log of config-service names the first reason.",
                        "Записей топика %s, которые не читаются: %d, поэтому об итогах ничего сказать нельзя. Все ли схемы есть в"
                                        .formatted(garbage.topic(), garbage.records())
                                + " реестре? Первая причина — в журнале config-service.");
    }

    @ExceptionHandler({KafkaException.class, RegistryUnavailableException.class})
    ResponseEntity<Object> away(RuntimeException failure, HttpServletRequest request) {
        LOGGER.atError().setCause(failure).log("A dependency is away");
        return new Answers(request)
                .refused(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "DEPENDENCY_AWAY",
                        "The broker or the schema registry does not answer: try again; ./remfunnel doctor says which.",
                        "Брокер или реестр схем не отвечает: повторите позже; что именно, скажет ./remfunnel doctor.");
    }
}

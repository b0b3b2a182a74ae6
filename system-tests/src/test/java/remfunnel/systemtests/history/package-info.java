/** What orders truly went through, against what the pipeline tells of it. */
package remfunnel.systemtests.history;

/** Has history derived again: from nothing, from a moment on, or beside what there is, to be compared with it. */
package remfunnel.standalone.replay;

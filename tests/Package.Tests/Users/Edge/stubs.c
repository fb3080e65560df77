/* The few symbols of the runtime that allocation-free code touches without using them. */
#include <stdint.h>
#include <stdlib.h>

uint64_t __security_cookie = 0x1234567890abcdefULL;
void RhpFallbackFailFast(void) { abort(); }
void RhpThrowEx(void) { abort(); }
void RhpReversePInvoke(void *frame) { (void)frame; }
void RhpReversePInvokeReturn(void *frame) { (void)frame; }
